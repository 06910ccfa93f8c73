import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { scheduleText, timeText } from '../session/session-words';
import { Badge } from '../ui/badge/badge';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { channelWords, filterWords, kindWords } from './domain/operator-words';
import type { NoticeDeliveryRowFragment } from './operator-operations';
import { RemindersStore } from './reminders-store';

/** Reminders and news of plans on their ways: due, sent, late and failed, for administrators. */
@Component({
  selector: 'pl-reminders-page',
  imports: [Badge, Button, Icon, RouterLink, TopBar],
  templateUrl: './reminders-page.html',
  styleUrl: './operator-page.css',
  providers: [RemindersStore],
})
export class RemindersPage {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(RemindersStore);

  protected readonly filters = filterWords;
  protected readonly chosen = computed(() =>
    filterWords.find(({ filter }) => filter === this.store.filter()),
  );
  protected readonly rows = computed(() => this.store.deliveries()?.map((one) => this.rowOf(one)));

  constructor() {
    this.store.show('DUE');
  }

  private rowOf(delivery: NoticeDeliveryRowFragment) {
    const { noticeId, channel, kind, sessionTitle, person, isLate, attempts, lastError } = delivery;
    const writing = this.viewers.writing();
    const timeOf = (iso: string) => {
      const at = instantOf(iso);
      return `${scheduleText(at, at, this.clock.time(), writing).day}, ${timeText(at, writing)}`;
    };
    const tried = attempts > 1 ? `, ${String(attempts)} attempts` : '';
    return {
      delivery,
      key: `${noticeId} ${channel ?? ''}`,
      kind: kindWords[kind],
      way: channel ? channelWords[channel] : 'On its ways',
      about: `${person.displayName} · ${sessionTitle}`,
      due: `Due ${timeOf(delivery.dueAt)}`,
      became: delivery.sentAt
        ? `Sent ${timeOf(delivery.sentAt)}${tried}`
        : `${lastError === null ? '' : `Refused: ${lastError}`}${tried}`,
      isLate,
      canRetry: this.store.filter() === 'FAILED' && channel !== null,
    };
  }
}
