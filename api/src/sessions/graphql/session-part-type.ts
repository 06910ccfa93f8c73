import { Field, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { RoleEnum } from '../../accounts/graphql/role-enum.ts';
import type { Person } from '../../accounts/person.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { type KnownStay, knownStays } from '../domain/known-stays.ts';
import { inRoomMs } from '../domain/stays.ts';
import { sessionClock } from '../domain/clock.ts';
import { handRaisedAt } from '../domain/hand.ts';
import { phaseFor } from '../domain/phase.ts';
import type { LeaveReason, SessionPhase } from '../domain/session-event.ts';
import type { SessionSnapshot } from '../session-snapshot.ts';
import { ReadinessType } from './readiness-type.ts';
import { LeaveReasonEnum, SessionPhaseEnum } from './session-enums-type.ts';

@ObjectType('Stay', { description: 'A time that a person was in the room without a break.' })
export class StayType {
  @Field(() => DateTime, { description: 'When they came in.' })
  readonly joinedAt: number;

  @Field(() => DateTime, { nullable: true, description: 'When they left; null while they stay.' })
  readonly leftAt: number | null;

  @Field(() => LeaveReasonEnum, { nullable: true, description: 'Why they left.' })
  readonly reason: LeaveReason | null;

  constructor({ from, to, reason }: KnownStay) {
    this.joinedAt = from;
    this.leftAt = to;
    this.reason = reason;
  }
}

@ObjectType('Participant', { description: 'One of the two people of a session.' })
export class ParticipantType {
  constructor(
    private readonly who: Person,
    /** What the participant's role in this session is. */
    private readonly part: 'MENTOR' | 'LEARNER',
    readonly session: SessionSnapshot,
  ) {}

  get personId(): string {
    return this.who.id;
  }

  @Field(() => PersonType, { description: 'Who it is.' })
  get person(): PersonType {
    return new PersonType(this.who);
  }

  @Field(() => RoleEnum, { description: 'Mentor or learner in this session.' })
  get role(): 'MENTOR' | 'LEARNER' {
    return this.part;
  }

  @Field(() => Int, { description: 'Milliseconds that the person has been in the room so far.' })
  get inRoomMs(): number {
    const { state, now, rules } = this.session;
    return inRoomMs(state, this.who.id, now, rules);
  }

  @Field(() => [StayType], {
    description: 'When the person was in the room, in order; what two of their pages share is one.',
  })
  get stays(): StayType[] {
    const { state, rules } = this.session;
    return knownStays(state, this.who.id, rules).map((stay) => new StayType(stay));
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the person’s hand is up; null where it is down.',
  })
  get handRaisedAt(): number | null {
    const { state, hands, now, rules } = this.session;
    const last = hands.get(this.who.id) ?? null;
    return handRaisedAt(state, this.who.id, last, { now, rules });
  }

  @Field(() => ReadinessType, {
    nullable: true,
    description:
      'Whether the person’s devices work, by their last check; null until they make one.',
  })
  get readiness(): ReadinessType | null {
    const found = this.session.readiness.get(this.who.id);
    return found ? new ReadinessType(found) : null;
  }
}

@ObjectType('SessionClock', {
  description:
    'All that a client needs to show the time of a session by itself. Sent on change, not every second.',
})
export class SessionClockType {
  constructor(
    private readonly session: SessionSnapshot,
    private readonly viewerId: string,
  ) {}

  private get clock(): ReturnType<typeof sessionClock> {
    return sessionClock(this.session.state, this.session.now, this.session.rules);
  }

  @Field(() => SessionPhaseEnum, { description: 'Where the session stands for the viewer.' })
  get phase(): SessionPhase {
    const { state, now, rules } = this.session;
    return phaseFor(state, this.viewerId, now, rules);
  }

  @Field(() => DateTime, { description: 'The server’s time when it answered.' })
  get serverTime(): number {
    return this.session.now;
  }

  @Field(() => DateTime, { description: 'Scheduled start.' })
  get startsAt(): number {
    return this.session.state.plan.startsAt;
  }

  @Field(() => DateTime, { description: 'When the room opens.' })
  get joinOpensAt(): number {
    return this.clock.joinOpensAt;
  }

  @Field(() => DateTime, { description: 'Scheduled end.' })
  get endsAt(): number {
    return this.session.state.plan.endsAt;
  }

  @Field(() => DateTime, { description: 'When the session ends at the latest.' })
  get latestEndAt(): number {
    return this.clock.latestEndAt;
  }

  @Field(() => Int, { description: 'Planned duration in milliseconds.' })
  get plannedMs(): number {
    return this.clock.plannedMs;
  }

  @Field(() => Int, {
    description:
      'Active time in milliseconds up to `runningSince`, or in all where the clock stands.',
  })
  get activeMs(): number {
    return this.clock.activeMs;
  }

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when the clock runs; add the time since then to `activeMs`. Null: it stands.',
  })
  get runningSince(): number | null {
    return this.clock.runningSince;
  }
}
