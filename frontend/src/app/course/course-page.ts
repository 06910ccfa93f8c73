import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import { SessionListPanel } from '../session-list/session-list-panel';
import { Avatar } from '../ui/avatar/avatar';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { CourseStore } from './course-store';

/** "View Course Content": what a course is about, who teaches it, and the viewer's sessions in it. */
@Component({
  selector: 'pl-course-page',
  imports: [Avatar, Button, Icon, RouterLink, SessionListPanel, TopBar],
  templateUrl: './course-page.html',
  styleUrl: './course-page.css',
  providers: [CourseStore],
})
export class CoursePage {
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(CourseStore);

  readonly id = input.required<string>();

  protected readonly mentors = computed(() => {
    const viewerId = this.viewers.id();
    return this.store.course()?.mentors.filter(({ id }) => id !== viewerId) ?? [];
  });
  protected readonly isMentor = computed(
    () => this.viewers.viewer()?.roles.includes('MENTOR') ?? false,
  );
  protected readonly paragraphs = computed(
    () =>
      this.store
        .course()
        ?.description.split(/\n\s*\n/)
        .filter((text) => text.trim() !== '') ?? [],
  );

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        void this.store.load(id);
      });
    });
  }
}
