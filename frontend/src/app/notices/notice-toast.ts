import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Announcer } from '../platform/announcer';
import { OpenRoom } from '../session/open-room';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { NoticeStore } from './notice-store';

/** What the viewer is told while they are here, whatever the page; in a room nobody is disturbed. */
@Component({
  selector: 'pl-notice-toast',
  imports: [Button, Icon, RouterLink],
  template: `
    @if (notice(); as notice) {
      <div
        class="panel"
        [attr.role]="isStart() ? 'alert' : 'region'"
        [attr.aria-label]="isStart() ? null : 'Notification'"
      >
        <p>{{ isStart() ? startWords : notice.title }}</p>
        <a
          plButton
          size="small"
          [look]="isStart() ? 'primary' : 'plain'"
          [routerLink]="notice.path"
          (click)="store.take(notice)"
        >
          {{ isStart() ? 'Join Now' : 'View' }}
        </a>
        <button
          class="away"
          plButton
          look="quiet"
          size="small"
          type="button"
          aria-label="Dismiss"
          (click)="dismiss()"
        >
          <pl-icon name="close" />
        </button>
      </div>
    }
  `,
  styleUrl: './notice-toast.css',
  host: { '(keydown.escape)': 'dismiss()' },
})
export class NoticeToast {
  private readonly document = inject(DOCUMENT);
  private readonly room = inject(OpenRoom);
  protected readonly store = inject(NoticeStore);

  protected readonly startWords = 'Your session is starting! Please join now.';
  protected readonly notice = computed(() =>
    this.room.sessionId() === null ? this.store.arrived() : null,
  );
  protected readonly isStart = computed(() => this.notice()?.kind === 'STARTING');

  constructor() {
    const announcer = inject(Announcer);
    this.store.arrival.pipe(takeUntilDestroyed()).subscribe((notice) => {
      // What the viewer did is no news to them.
      if (notice.readAt !== null) return;
      // What is urgent is an alert by itself.
      if (notice.kind !== 'STARTING' && !this.store.isCounted(notice)) announcer.say(notice.title);
    });
  }

  protected dismiss(): void {
    this.store.dismiss();
    this.document.querySelector('main')?.focus({ preventScroll: true });
  }
}
