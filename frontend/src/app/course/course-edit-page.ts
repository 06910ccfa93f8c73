import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ViewerStore } from '../account/viewer-store';
import { TopBar } from '../frame/top-bar';
import { PageLife } from '../platform/page-life';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Icon } from '../ui/icon/icon';
import { Switch } from '../ui/switch/switch';
import { consentPolicies, limits } from './domain/course-draft';
import { CourseEditStore } from './editor/course-edit-store';
import { LinksEditor } from './editor/links-editor';

/** For mentors: makes a course, or says anew what one is about. */
@Component({
  selector: 'pl-course-edit-page',
  imports: [Button, Dialog, Icon, LinksEditor, RouterLink, Switch, TopBar],
  templateUrl: './course-edit-page.html',
  styleUrl: '../scheduling/form-page.css',
  providers: [CourseEditStore],
})
export class CourseEditPage {
  private readonly router = inject(Router);
  private readonly viewers = inject(ViewerStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly store = inject(CourseEditStore);

  /** None for a course that is new. */
  readonly id = input<string>();

  protected readonly limits = limits;
  protected readonly policies = consentPolicies;
  protected readonly back = computed(() => {
    const id = this.id();
    return id === undefined
      ? { path: '/courses', name: 'Courses' }
      : { path: `/course/${id}`, name: 'Course' };
  });
  protected readonly isAllowed = computed(() => {
    const roles = this.viewers.viewer()?.roles ?? [];
    return (roles.includes('MENTOR') || roles.includes('ADMIN')) && this.store.canEdit();
  });
  private answer: ((mayLeave: boolean) => void) | null = null;

  constructor() {
    const leaving = inject(PageLife).wantsToLeave.subscribe((event) => {
      if (this.store.isChanged()) event.preventDefault();
    });
    inject(DestroyRef).onDestroy(() => {
      leaving.unsubscribe();
    });
    effect(() => {
      const id = this.id() ?? null;
      untracked(() => {
        void this.store.open(id);
      });
    });
  }

  /** Whether the page may be left: what was written would be lost, so the person is asked. */
  canLeave(): boolean | Promise<boolean> {
    if (!this.store.isChanged()) return true;
    // Nobody is signed in any more: there is nothing to stay for.
    if (this.viewers.viewer() === null) {
      this.putBy();
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.answer?.(false);
    this.answer = resolve;
    this.dialog().open();
    return promise;
  }

  /** The page is left without a question; what was written is there again when its writer is. */
  putBy(): void {
    this.store.putBy();
  }

  protected decide(mayLeave: boolean): void {
    this.answer?.(mayLeave);
    this.answer = null;
  }

  protected chooseConsent(kind: 'transcriptConsent' | 'recordingConsent', value: string): void {
    const policy = consentPolicies.find((one) => one.value === value);
    if (policy) this.store.change({ [kind]: policy.value });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const id = await this.store.save();
    if (id !== null) {
      await this.router.navigate(['/course', id]);
      return;
    }
    const read = () => {
      this.host.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
