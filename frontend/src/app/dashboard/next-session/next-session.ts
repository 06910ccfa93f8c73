import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../../account/viewer-store';
import { AutoJoinSwitch } from '../../alerts/auto-join-switch';
import { JoinCall, callText, urgencyAt } from '../../alerts/join-call';
import { ServerClock } from '../../platform/server-clock';
import { ReadinessBadge } from '../../session/readiness-badge';
import { isOpen, isUnderWay, phaseAt, timesOf } from '../../session/session-clock';
import { SessionWhen } from '../../session/session-when';
import { momentText } from '../../session/session-words';
import { StartCountdown } from '../../session/start-countdown';
import { Avatar } from '../../ui/avatar/avatar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { Card } from '../../session/session-lists';

/** The next session, large: with whom, when, and the way in. */
@Component({
  selector: 'pl-next-session',
  imports: [
    AutoJoinSwitch,
    Avatar,
    Button,
    Icon,
    JoinCall,
    ReadinessBadge,
    RouterLink,
    SessionWhen,
    StartCountdown,
  ],
  templateUrl: './next-session.html',
  styleUrl: './next-session.css',
  host: { class: 'panel', '[attr.data-phase]': 'phase()' },
})
export class NextSession {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);

  readonly session = input.required<Card>();

  protected readonly times = computed(() => timesOf(this.session().clock));
  protected readonly phase = computed(() => phaseAt(this.times(), this.clock.time()));
  protected readonly canJoin = computed(() => isOpen(this.phase()));
  /** Whoever has met before the scheduled start waits for it no more. */
  protected readonly hasBegun = computed(
    () => isUnderWay(this.phase()) || this.times().startsAt <= this.clock.time(),
  );
  private readonly urgency = computed(() => urgencyAt(this.times().startsAt, this.clock.time()));
  /** Whether the viewer is in already, on another page or device. */
  private readonly isIn = computed(() => {
    const { viewerRole, mentor, learner } = this.session();
    return (viewerRole === 'MENTOR' ? mentor : learner).presence === 'IN_ROOM';
  });
  protected readonly isCalling = computed(() => this.canJoin() && !this.isIn());
  protected readonly isLast = computed(() => this.isCalling() && this.urgency() === 'last');
  protected readonly readyText = callText('last');
  protected readonly joinWord = computed(() => {
    const isPressing = this.urgency() === 'last' || this.urgency() === 'missed';
    return this.isCalling() && isPressing ? 'Join Now!' : 'Join';
  });
  protected readonly size = computed(() =>
    this.isCalling() && this.urgency() !== 'calm' ? 'huge' : 'large',
  );
  protected readonly joinOpens = computed(() =>
    momentText(this.times().joinOpensAt, this.clock.time(), this.viewers.writing()),
  );
  protected readonly role = computed(() =>
    this.session().other.role === 'MENTOR' ? 'your mentor' : 'your learner',
  );
  /** Once the start has passed, what stands in the countdown's place. */
  protected readonly state = computed(() => {
    const { presence, person } = this.session().other;
    if (this.phase() === 'IN_PROGRESS') return 'In progress';
    if (this.isIn()) return 'You are in the session';
    if (presence === 'IN_ROOM') return `${person.displayName} is waiting`;
    return this.phase() === 'PAUSED' ? 'Paused' : callText('missed');
  });
}
