import {
  type ComponentRef,
  Component,
  DestroyRef,
  ViewContainerRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Announcer } from '../platform/announcer';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { NoticeStore } from './notice-store';
import type { NoticePanel } from './notice-panel/notice-panel';

/** What the viewer has been told: how much is unread, the list on request, and what arrives. */
@Component({
  selector: 'pl-bell',
  imports: [Button, Icon, RouterLink],
  template: `
    <button
      plButton
      look="quiet"
      size="small"
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-label]="label()"
      (click)="toggle()"
    >
      <pl-icon name="bell" />
      @if (store.unread() > 0) {
        <span class="count" aria-hidden="true">{{ shownCount() }}</span>
      }
    </button>
    <ng-container #place />
    @if (store.arrived(); as notice) {
      <div class="panel toast" [attr.role]="isAlert() ? 'alert' : null">
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
          plButton
          look="quiet"
          size="small"
          type="button"
          aria-label="Dismiss"
          (click)="store.dismiss()"
        >
          <pl-icon name="close" />
        </button>
      </div>
    }
  `,
  styleUrl: './bell.css',
})
export class Bell {
  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  /** What came while this very bell was here; another page's has been heard there. */
  private readonly heard = signal<string | null>(null);
  private isGone = false;
  private shown: ComponentRef<NoticePanel> | null = null;
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(NoticeStore);

  protected readonly startWords = 'Your session is starting! Please join now.';
  protected readonly isOpen = signal(false);
  protected readonly isStart = computed(() => this.store.arrived()?.kind === 'STARTING');
  protected readonly isAlert = computed(
    () => this.isStart() && this.store.arrived()?.id === this.heard(),
  );
  protected readonly shownCount = computed(() =>
    this.store.unread() > 99 ? '99+' : String(this.store.unread()),
  );
  protected readonly label = computed(() => {
    const unread = this.store.unread();
    return unread > 0 ? `Notifications, ${String(unread)} unread` : 'Notifications';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
    });
    this.store.arrival.pipe(takeUntilDestroyed()).subscribe(({ id, kind, title }) => {
      this.heard.set(id);
      // What is urgent is an alert by itself.
      if (kind !== 'STARTING') this.announcer.say(title);
    });
  }

  protected async toggle(): Promise<void> {
    if (this.isOpen()) {
      this.close();
      return;
    }
    this.isOpen.set(true);
    this.store.dismiss();
    try {
      const file = await import('./notice-panel/notice-panel');
      // Closed again, or gone with its page, before it was there.
      if (!this.isOpen() || this.isGone) return;
      this.shown = this.place().createComponent(file.NoticePanel);
      this.shown.instance.closed.subscribe(() => {
        this.close();
      });
    } catch {
      this.isOpen.set(false);
      this.announcer.say('Unable to connect. Try again.');
    }
  }

  private close(): void {
    this.shown?.destroy();
    this.shown = null;
    this.isOpen.set(false);
  }
}
