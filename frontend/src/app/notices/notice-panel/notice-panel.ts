import { Component, computed, inject, output, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../../account/viewer-store';
import { instantOf } from '../../platform/clock';
import { ServerClock } from '../../platform/server-clock';
import { scheduleText, timeText } from '../../session/session-words';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { NoticeStore } from '../notice-store';
import { NoticeListStore } from './notice-list-store';

/** What the viewer was told, in a list; each line leads to its session. */
@Component({
  selector: 'pl-notice-panel',
  imports: [Button, RouterLink, Sheet],
  template: `
    <pl-sheet heading="Notifications" (closed)="closed.emit()">
      @if (store.unread() > 0) {
        <button class="all" plButton size="small" type="button" (click)="store.markAllRead()">
          Mark all as read
        </button>
      }
      @if (store.isLoaded()) {
        <ul aria-label="Notifications">
          @for (line of lines(); track line.id) {
            <li [attr.data-unread]="line.isUnread || null">
              <a [routerLink]="line.path" (click)="follow(line.id)">
                <strong>
                  @if (line.isUnread) {
                    <span class="visually-hidden">Unread: </span>
                  }
                  {{ line.title }}
                </strong>
                <span>{{ line.text }}</span>
                <span class="when">{{ line.when }}</span>
              </a>
            </li>
          } @empty {
            <li class="none">You have no notifications yet.</li>
          }
        </ul>
      } @else if (!store.fault()) {
        <div class="skeleton" role="status" aria-label="Notifications are loading"></div>
      }
      @if (store.fault()) {
        <p class="fault" role="alert">Unable to connect. Try again.</p>
      }
      @if (store.hasMore() || (store.fault() && !store.isLoaded())) {
        <button class="more" plButton size="small" type="button" (click)="store.load()">
          {{ store.isLoaded() ? 'Show more' : 'Retry' }}
        </button>
      }
    </pl-sheet>
  `,
  styleUrl: './notice-panel.css',
  providers: [NoticeListStore],
})
export class NoticePanel {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly sheet = viewChild.required(Sheet);
  protected readonly store = inject(NoticeListStore);

  readonly closed = output();

  protected readonly lines = computed(() =>
    this.store.notices().map(({ id, title, text, path, sentAt, readAt }) => {
      const at = instantOf(sentAt);
      const writing = this.viewers.writing();
      const { day } = scheduleText(at, at, this.clock.now(), writing);
      const when = `${day}, ${timeText(at, writing)}`;
      return { id, title, text, path, when, isUnread: readAt === null };
    }),
  );

  constructor() {
    void this.store.load();
    inject(NoticeStore)
      .arrival.pipe(takeUntilDestroyed())
      .subscribe((notice) => {
        this.store.take(notice);
      });
  }

  protected follow(id: string): void {
    void this.store.markRead(id);
    this.sheet().close();
  }
}
