import { Component, computed, inject, input } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { missingText } from '../../presence/presence-badge';
import { ReadinessBadge } from '../../session/readiness-badge';
import { SessionStore } from '../../session/session-store';
import { durationText, timeText } from '../../session/session-words';
import { Avatar } from '../../ui/avatar/avatar';

/** Who waits alone sees whom they wait for, what is known of them, and what the session is about. */
@Component({
  selector: 'pl-waiting-room',
  imports: [Avatar, ReadinessBadge],
  templateUrl: './waiting-room.html',
  styleUrl: './waiting-room.css',
})
export class WaitingRoom {
  private readonly store = inject(SessionStore);
  private readonly viewers = inject(ViewerStore);

  /** Something else takes the stage. */
  readonly isSmall = input(false);

  protected readonly other = this.store.other;
  protected readonly hasBegun = computed(() => Boolean(this.store.session()?.actualStart));
  /** Who waits for long is told that they may go on waiting. */
  protected readonly isOverdue = computed(() => this.store.phase() === 'NO_SHOW');
  protected readonly text = computed(() => {
    const other = this.other();
    if (!other) return '';
    const role = other.role === 'MENTOR' ? 'MENTOR' : 'LEARNER';
    return missingText(role, other.presence, this.hasBegun());
  });
  protected readonly when = computed(() => {
    const times = this.store.times();
    if (!times) return '';
    const start = timeText(times.startsAt, this.viewers.writing());
    return `${start} · ${durationText(times.plannedMs)}`;
  });
  /** Only what fits beside a face; all of it is in the panel of topics. */
  protected readonly topics = computed(() => this.store.session()?.topics.slice(0, 4) ?? []);
}
