import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../account/viewer-store';
import { TopBar } from '../frame/top-bar';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { CoursesStore } from './courses-store';

/** All courses: the way to a mentor for who has none yet. */
@Component({
  selector: 'pl-courses-page',
  imports: [Button, Icon, RouterLink, TopBar],
  template: `
    <pl-top-bar />
    <div class="page">
      <a class="back" routerLink="/"><pl-icon name="arrow-left" /> Your sessions</a>
      <div class="head">
        <h1>Courses</h1>
        @if (canAdd()) {
          <a plButton look="primary" size="small" routerLink="/courses/new">
            <pl-icon name="plus" /> New course
          </a>
        }
      </div>
      @if (store.courses(); as courses) {
        <ul class="courses">
          @for (course of courses; track course.id) {
            <li>
              <a class="panel" [routerLink]="['/course', course.id]">
                <strong>{{ course.title }}</strong>
                <span class="soft">{{ course.description }}</span>
              </a>
            </li>
          } @empty {
            <li class="panel none">There is no course yet.</li>
          }
        </ul>
      } @else if (store.fault()) {
        <section class="panel empty" role="alert">
          <pl-icon name="offline" />
          <h2>Unable to connect.</h2>
          <button plButton look="primary" type="button" (click)="store.load()">
            <pl-icon name="retry" /> Retry
          </button>
        </section>
      } @else {
        <div class="waiting" role="status" aria-label="Courses are loading">
          <div class="panel skeleton"></div>
        </div>
      }
    </div>
  `,
  styleUrls: ['./course-page.css', './courses-page.css'],
  providers: [CoursesStore],
})
export class CoursesPage {
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(CoursesStore);

  protected readonly canAdd = computed(() => {
    const roles = this.viewers.viewer()?.roles ?? [];
    return roles.includes('MENTOR') || roles.includes('ADMIN');
  });

  constructor() {
    void this.store.load();
  }
}
