import { Field, ID, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { RoleEnum } from '../../accounts/graphql/role-enum.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import type { EndReason, SessionOutcome, SessionStatus } from '../domain/session-event.ts';
import { missingFrom, outcomeOf } from '../domain/outcome.ts';
import { canJoin } from '../domain/phase.ts';
import { openProposal } from '../domain/reschedule.ts';
import type { SessionSnapshot } from '../session-snapshot.ts';
import { CourseType } from './course-type.ts';
import { RescheduleProposalType } from './reschedule-type.ts';
import { EndReasonEnum, SessionOutcomeEnum, SessionStatusEnum } from './session-enums-type.ts';
import { ParticipantType, SessionClockType } from './session-part-type.ts';
import { topicsOf, TopicType } from './topic-type.ts';

@ObjectType('Session', {
  description: 'One scheduled one-to-one meeting of a mentor and a learner, as the viewer sees it.',
})
export class SessionType {
  constructor(
    readonly snapshot: SessionSnapshot,
    readonly viewerId: string,
  ) {}

  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  get id(): string {
    return this.snapshot.id;
  }

  @Field(() => String, { description: 'Name of the session.' })
  get title(): string {
    return this.snapshot.title;
  }

  @Field(() => CourseType, { description: 'The course that it belongs to.' })
  get course(): CourseType {
    return new CourseType(this.snapshot.course);
  }

  @Field(() => ParticipantType, { description: 'The person who teaches.' })
  get mentor(): ParticipantType {
    return new ParticipantType(this.snapshot.mentor, 'MENTOR', this.snapshot);
  }

  @Field(() => ParticipantType, { description: 'The person who learns.' })
  get learner(): ParticipantType {
    return new ParticipantType(this.snapshot.learner, 'LEARNER', this.snapshot);
  }

  @Field(() => RoleEnum, {
    description: 'What the viewer is in this session; `ADMIN` where they are neither of the two.',
  })
  get viewerRole(): 'MENTOR' | 'LEARNER' | 'ADMIN' {
    if (this.viewerId === this.snapshot.mentor.id) return 'MENTOR';
    return this.viewerId === this.snapshot.learner.id ? 'LEARNER' : 'ADMIN';
  }

  @Field(() => ParticipantType, {
    description: 'The other person; the learner where the viewer is neither of the two.',
  })
  get other(): ParticipantType {
    return this.viewerRole === 'LEARNER' ? this.mentor : this.learner;
  }

  @Field(() => SessionStatusEnum, { description: 'The stored status, the same for everybody.' })
  get status(): SessionStatus {
    return this.snapshot.state.status;
  }

  @Field(() => SessionClockType, { description: 'Phase and times, for clients that count down.' })
  get clock(): SessionClockType {
    return new SessionClockType(this.snapshot, this.viewerId);
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When both were there for the first time.',
  })
  get actualStart(): number | null {
    return this.snapshot.state.actualStart;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  get actualEnd(): number | null {
    const { state } = this.snapshot;
    return state.status === 'ENDED' ? state.endedAt : null;
  }

  @Field(() => SessionOutcomeEnum, {
    nullable: true,
    description: 'How it counts; null until it ends.',
  })
  get outcome(): SessionOutcome | null {
    return outcomeOf(this.snapshot.state, this.snapshot.rules);
  }

  @Field(() => EndReasonEnum, { nullable: true, description: 'Why it ended; null until it ends.' })
  get endReason(): EndReason | null {
    const { state } = this.snapshot;
    return state.status === 'ENDED' ? state.endReason : null;
  }

  @Field(() => [PersonType], {
    description: 'Who did not come, once that is known; empty where both came.',
  })
  get missing(): PersonType[] {
    const { state, rules, mentor, learner } = this.snapshot;
    const missing = missingFrom(state, rules);
    return [mentor, learner]
      .filter((person) => missing.includes(person.id))
      .map((person) => new PersonType(person));
  }

  @Field(() => [ID], { description: 'Identifiers of those who agree to finish early.' })
  get finishAgreedBy(): readonly string[] {
    return this.snapshot.state.finishAgreedBy;
  }

  @Field(() => [TopicType], { description: 'The plan, in order.' })
  get topics(): TopicType[] {
    return topicsOf(this.snapshot);
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it was cancelled, in the words of who did.',
  })
  get cancelReason(): string | null {
    const { state } = this.snapshot;
    return 'cancellation' in state ? state.cancellation.reason : null;
  }

  @Field(() => PersonType, {
    nullable: true,
    description: 'Which of the two cancelled it; null where neither of them did.',
  })
  get cancelledBy(): PersonType | null {
    const { state, mentor, learner } = this.snapshot;
    const by = 'cancellation' in state ? state.cancellation.by : null;
    const person = [mentor, learner].find(({ id }) => id === by);
    return person ? new PersonType(person) : null;
  }

  @Field(() => RescheduleProposalType, {
    nullable: true,
    description: 'Other times that await an answer; null where there are none.',
  })
  get rescheduleProposal(): RescheduleProposalType | null {
    const { state, mentor, learner } = this.snapshot;
    const proposal = openProposal(state);
    if (!proposal) return null;
    return new RescheduleProposalType(proposal, proposal.by === mentor.id ? mentor : learner);
  }

  @Field(() => Boolean, { description: 'Whether the viewer may enter the room now.' })
  get canJoin(): boolean {
    const { state, now, rules } = this.snapshot;
    return this.viewerRole !== 'ADMIN' && canJoin(state, now, rules);
  }

  @Field(() => Cursor, { description: 'Place of the newest event that this answer contains.' })
  get cursor(): string {
    return logCursor(this.snapshot.lastSeq);
  }
}
