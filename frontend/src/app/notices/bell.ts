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
import { Announcer } from '../platform/announcer';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { NoticeStore } from './notice-store';
import type { NoticePanel } from './notice-panel/notice-panel';

/** What the viewer has been told: how much is unread, and the list on request. */
@Component({
  selector: 'pl-bell',
  imports: [Button, Icon],
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
  `,
  styleUrl: './bell.css',
})
export class Bell {
  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private isGone = false;
  private shown: ComponentRef<NoticePanel> | null = null;
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(NoticeStore);

  protected readonly isOpen = signal(false);
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
