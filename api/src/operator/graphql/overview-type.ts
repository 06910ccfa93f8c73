import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { RoleEnum } from '../../accounts/graphql/role-enum.ts';
import type { Role } from '../../accounts/viewer.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import type { PartHealth } from '../../platform/http/health.ts';
import {
  SessionOutcomeEnum,
  SessionStatusEnum,
} from '../../sessions/graphql/session-enums-type.ts';
import type { SessionOutcome, SessionStatus } from '../../sessions/sessions.ts';
import type { DeliveryFigures } from '../../reminders/reminders.ts';
import type { Overview } from '../read-overview.ts';

@ObjectType({ description: 'How many sessions stand so.' })
export class StatusCount {
  @Field(() => SessionStatusEnum, { description: 'Where they stand.' })
  readonly status: SessionStatus;

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  constructor(status: SessionStatus, count: number) {
    this.status = status;
    this.count = count;
  }
}

@ObjectType({ description: 'How many sessions ended so.' })
export class OutcomeCount {
  @Field(() => SessionOutcomeEnum, { description: 'How they count.' })
  readonly outcome: SessionOutcome;

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  constructor(outcome: SessionOutcome, count: number) {
    this.outcome = outcome;
    this.count = count;
  }
}

@ObjectType({ description: 'How many people have a role.' })
export class RoleCount {
  @Field(() => RoleEnum, { description: 'The role; somebody may have several.' })
  readonly role: Role;

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  constructor(role: Role, count: number) {
    this.role = role;
    this.count = count;
  }
}

@ObjectType({ description: 'Whether a part of PeerLearn answers.' })
export class PartStatus {
  @Field(() => String, { description: 'Its name: `database`, `jobs`, `media`.' })
  readonly name: string;

  @Field(() => Boolean, { description: 'Whether it answers.' })
  readonly isUp: boolean;

  constructor({ name, isUp }: PartHealth) {
    this.name = name;
    this.isUp = isUp;
  }
}

@ObjectType({ description: 'How notices fare: reminders, and news of plans.' })
export class NoticeFigures {
  @Field(() => Int, { description: 'To go out within a day.' })
  readonly due: number;

  @Field(() => Int, { description: 'Not gone out more than a minute after their time.' })
  readonly late: number;

  @Field(() => Int, { description: 'Given up in the last 30 days.' })
  readonly failed: number;

  constructor({ due, late, failed }: DeliveryFigures) {
    this.due = due;
    this.late = late;
    this.failed = failed;
  }
}

@ObjectType({ description: 'How this PeerLearn fares.' })
export class OperatorOverview {
  @Field(() => DateTime, { description: 'When this was so.' })
  readonly at: number;

  @Field(() => [StatusCount], {
    description: 'Sessions with somebody in the room, or just left, by where they stand.',
  })
  readonly live: readonly StatusCount[];

  @Field(() => Int, {
    description: 'Sessions that start on the given day, without cancelled ones.',
  })
  readonly onDay: number;

  @Field(() => Int, { description: 'Sessions that start within 24 hours, without cancelled ones.' })
  readonly nextDay: number;

  @Field(() => [OutcomeCount], {
    description: 'How sessions ended that were to start in the last 30 days.',
  })
  readonly outcomes: readonly OutcomeCount[];

  @Field(() => [RoleCount], { description: 'People by role.' })
  readonly people: readonly RoleCount[];

  @Field(() => NoticeFigures, { description: 'How notices fare.' })
  readonly notices: NoticeFigures;

  @Field(() => [PartStatus], { description: 'Which parts answer, seen from the replica asked.' })
  readonly parts: readonly PartStatus[];

  constructor(overview: Overview) {
    this.at = overview.at;
    this.live = overview.live.map(({ word, count }) => new StatusCount(word, count));
    this.onDay = overview.onDay;
    this.nextDay = overview.nextDay;
    this.outcomes = overview.outcomes.map(({ word, count }) => new OutcomeCount(word, count));
    this.people = overview.people.map(({ role, count }) => new RoleCount(role, count));
    this.notices = new NoticeFigures(overview.notices);
    this.parts = overview.parts.map((part) => new PartStatus(part));
  }
}

@InputType({ description: 'A day, as whoever asks sees it.' })
export class DayInput {
  @Field(() => DateTime, { description: 'When it begins.' })
  from!: number;

  @Field(() => DateTime, { description: 'When the next one begins.' })
  to!: number;
}

@InputType({ description: 'What is looked for among all sessions.' })
export class AllSessionsFilter {
  @Field(() => String, {
    defaultValue: '',
    description:
      'Words, or their beginnings, of titles, courses, names and addresses; each must be found.',
  })
  search!: string;

  @Field(() => SessionStatusEnum, { nullable: true, description: 'Only those that stand so.' })
  status!: SessionStatus | null;

  @Field(() => SessionOutcomeEnum, { nullable: true, description: 'Only those that ended so.' })
  outcome!: SessionOutcome | null;
}
