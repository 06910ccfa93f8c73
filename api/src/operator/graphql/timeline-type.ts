import { Field, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import {
  ConsentKindEnum,
  EndReasonEnum,
  IssueKindEnum,
  LeaveReasonEnum,
  SessionEventTypeEnum,
  SessionOutcomeEnum,
} from '../../sessions/graphql/session-enums-type.ts';
import type { SessionSnapshot } from '../../sessions/session-snapshot.ts';
import type { TimelineRecord } from '../../sessions/sessions.ts';

type TimelineIssue = NonNullable<TimelineRecord['issue']>;

@ObjectType('TimelineIssue', { description: 'What failed for a person, or works again.' })
export class TimelineIssueType {
  @Field(() => IssueKindEnum, { description: 'What it is.' })
  readonly kind: TimelineIssue['kind'];

  @Field(() => String, {
    nullable: true,
    description: 'A code that says more, such as `CAMERA_IN_USE`.',
  })
  readonly detail: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of `TECH_ISSUE_OVER`: how long it lasted, in milliseconds.',
  })
  readonly durationMs: number | null;

  constructor({ kind, detail, durationMs }: TimelineIssue) {
    this.kind = kind;
    this.detail = detail;
    this.durationMs = durationMs;
  }
}

@ObjectType('TimelineEntry', { description: 'One turn in the life of a session.' })
export class TimelineEntryType {
  @Field(() => Cursor, { description: 'Its place in the session’s log.' })
  readonly cursor: string;

  @Field(() => SessionEventTypeEnum, { description: 'What happened.' })
  readonly type: TimelineRecord['type'];

  @Field(() => PersonType, { nullable: true, description: 'Who did it, or whom it concerns.' })
  readonly person: PersonType | null;

  @Field(() => DateTime, { description: 'When it happened.' })
  readonly at: number;

  @Field(() => DateTime, { description: 'When the server heard of it.' })
  readonly recordedAt: number;

  @Field(() => String, {
    nullable: true,
    description: 'The media server’s name of the connection that it is about.',
  })
  readonly connection: string | null;

  @Field(() => LeaveReasonEnum, {
    nullable: true,
    description: 'Of `CONNECTION_LEFT`: why.',
  })
  readonly leaveReason: TimelineRecord['leaveReason'];

  @Field(() => EndReasonEnum, { nullable: true, description: 'Of `SESSION_ENDED`: why.' })
  readonly endReason: TimelineRecord['endReason'];

  @Field(() => SessionOutcomeEnum, {
    nullable: true,
    description: 'Of `SESSION_ENDED`: how it counted then.',
  })
  readonly outcome: TimelineRecord['outcome'];

  @Field(() => TimelineIssueType, {
    nullable: true,
    description: 'Of `TECH_ISSUE` and `TECH_ISSUE_OVER`: what it is.',
  })
  readonly issue: TimelineIssueType | null;

  @Field(() => ConsentKindEnum, {
    nullable: true,
    description: 'Of `CONSENT_…`: what the person said yes or no to.',
  })
  readonly consent: TimelineRecord['consent'];

  @Field(() => String, {
    nullable: true,
    description: 'Of `RECORDING_FAILED`: why, in words.',
  })
  readonly recordingReason: string | null;

  constructor(record: TimelineRecord, { mentor, learner }: SessionSnapshot) {
    const person = [mentor, learner].find(({ id }) => id === record.personId);
    this.cursor = logCursor(record.seq);
    this.type = record.type;
    this.person = person ? new PersonType(person) : null;
    this.at = record.at;
    this.recordedAt = record.recordedAt;
    this.connection = record.connection;
    this.leaveReason = record.leaveReason;
    this.endReason = record.endReason;
    this.outcome = record.outcome;
    this.issue = record.issue && new TimelineIssueType(record.issue);
    this.consent = record.consent;
    this.recordingReason = record.recordingReason;
  }
}

@ObjectType('TimelineConnection', { description: 'A part of the life of a session, in order.' })
export class TimelineConnection {
  @Field(() => [TimelineEntryType], { description: 'What happened.' })
  readonly nodes: readonly TimelineEntryType[];

  @Field(() => PageInfo, { description: 'Whether and where it goes on.' })
  readonly pageInfo: PageInfo;

  constructor(nodes: readonly TimelineEntryType[], hasNextPage: boolean) {
    this.nodes = nodes;
    this.pageInfo = new PageInfo(nodes.at(-1)?.cursor ?? null, hasNextPage);
  }
}
