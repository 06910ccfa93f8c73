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
import { channelWords, faultText, filterWords, kindWords } from './domain/operator-words';
import type { NoticeDeliveryRowFragment } from './operator-operations';
import { RemindersStore } from './reminders-store';

const nearDays: Readonly<Record<string, string>> = {
  Today: 'today',
  Tomorrow: 'tomorrow',
  Yesterday: 'yesterday',
};

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
    const { noticeId, channel, kind, sessionTitle, person, isLate } = delivery;
    return {
      delivery,
      key: `${noticeId} ${channel ?? ''}`,
      kind: kindWords[kind],
      way: channel ? channelWords[channel] : 'Planned',
      about: `${person.displayName} · ${sessionTitle}`,
      due: `Due ${this.timeOf(delivery.dueAt)}`,
      became: this.becameOf(delivery),
      isLate,
      canRetry: this.store.filter() === 'FAILED' && channel !== null,
    };
  }

  private becameOf({
    sentAt,
    attempts,
    lastError,
    nextAttemptAt,
  }: NoticeDeliveryRowFragment): string {
    const parts = [
      sentAt === null ? '' : `Sent ${this.timeOf(sentAt)}`,
      sentAt !== null || lastError === null ? '' : faultText(lastError),
      attempts > 1 ? `${String(attempts)} attempts` : '',
      attempts > 0 && nextAttemptAt !== null ? `tried again ${this.timeOf(nextAttemptAt)}` : '',
    ];
    return parts.filter(Boolean).join(', ');
  }

  /** `today, 15:31`, as it stands inside a sentence. */
  private timeOf(iso: string): string {
    const [at, writing] = [instantOf(iso), this.viewers.writing()];
    const { day } = scheduleText(at, at, this.clock.time(), writing);
    return `${nearDays[day] ?? day}, ${timeText(at, writing)}`;
  }
}
