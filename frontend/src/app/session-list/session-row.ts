import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../account/viewer-store';
import { ServerClock } from '../platform/server-clock';
import { ReadinessBadge } from '../session/readiness-badge';
import { phaseAt, timesOf } from '../session/session-clock';
import { calendarLeaf, durationText, outcomeWords, scheduleText } from '../session/session-words';
import { SessionMenu } from '../scheduling/session-menu';
import { Badge } from '../ui/badge/badge';
import { Icon } from '../ui/icon/icon';
import type { Card } from '../session/session-lists';

/** One session in a list; the whole row leads to it. */
@Component({
  selector: 'pl-session-row',
  imports: [Badge, Icon, ReadinessBadge, RouterLink, SessionMenu],
  templateUrl: './session-row.html',
  styleUrl: './session-row.css',
})
export class SessionRow {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);

  readonly session = input.required<Card>();

  private readonly times = computed(() => timesOf(this.session().clock));
  protected readonly leaf = computed(() =>
    calendarLeaf(this.times().startsAt, this.viewers.writing()),
  );
  protected readonly when = computed(() => {
    const { startsAt, endsAt } = this.times();
    const { day, hours } = scheduleText(
      startsAt,
      endsAt,
      this.clock.time(),
      this.viewers.writing(),
    );
    return `${day}, ${hours}`;
  });
  protected readonly badge = computed(() => {
    const { outcome } = this.session();
    if (outcome) return outcomeWords(outcome);
    const phase = phaseAt(this.times(), this.clock.time());
    if (phase === 'IN_PROGRESS') return { text: 'In progress', tone: 'accent' as const };
    return phase === 'EARLY' ? null : { text: 'Join now', tone: 'accent' as const };
  });
  /** Who cancelled it and why, as far as that is known. */
  protected readonly cancellation = computed(() => {
    const { cancelReason, cancelledBy } = this.session();
    if (cancelReason === null) return '';
    if (!cancelledBy) return `Reason: ${cancelReason}`;
    const isOwn = cancelledBy.id === this.viewers.id();
    return `Cancelled by ${isOwn ? 'you' : cancelledBy.displayName}: ${cancelReason}`;
  });
  /** What the viewer gave, where they did. */
  protected readonly stars = computed(() => this.session().viewerFeedback?.rating ?? null);
  /** That there is a recording to play, or will be; empty where there is none. */
  protected readonly recording = computed(() => {
    const { outcome, recording } = this.session();
    if (!outcome || !recording || recording.status === 'FAILED') return '';
    return recording.status === 'READY' ? 'Recording' : 'Recording shortly';
  });
  /** How long it really was, where both were there. */
  protected readonly length = computed(() => {
    const { activeMs } = this.times();
    return this.session().outcome && activeMs > 0 ? `${durationText(activeMs)} together` : null;
  });
}
