import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import type { Person } from '../../accounts/person.ts';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { Cursor, listCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { NoticeChannelEnum } from '../../preferences/graphql/reminder-enum.ts';
import { NoticeKindEnum } from '../../reminders/graphql/notice-kind-enum.ts';
import type {
  DeliveryFilter,
  DeliveryRecord,
  NoticeChannel,
  NoticeKind,
} from '../../reminders/reminders.ts';

export const NoticeDeliveryFilterEnum: Readonly<Record<DeliveryFilter, DeliveryFilter>> = {
  DUE: 'DUE',
  SENT: 'SENT',
  LATE: 'LATE',
  FAILED: 'FAILED',
};

registerEnumType(NoticeDeliveryFilterEnum, {
  name: 'NoticeDeliveryFilter',
  description: 'Which deliveries of notices to list.',
  valuesConfig: {
    DUE: { description: 'Those that are to go out, the soonest first.' },
    SENT: { description: 'Those that have gone out, the latest first.' },
    LATE: { description: 'Those that went out, or still wait, more than a minute late.' },
    FAILED: { description: 'Those that were given up.' },
  },
});

@ObjectType({ description: 'One notice on one of its ways to a person.' })
export class NoticeDelivery {
  @Field(() => ID, { description: 'Identifier of the notice.' })
  readonly noticeId: string;

  @Field(() => NoticeChannelEnum, {
    nullable: true,
    description: 'On which way; null before its time, when it has none yet.',
  })
  readonly channel: NoticeChannel | null;

  @Field(() => NoticeKindEnum, { description: 'What it is about.' })
  readonly kind: NoticeKind;

  @Field(() => ID, { description: 'Identifier of the session that it is about.' })
  readonly sessionId: string;

  @Field(() => String, { description: 'Name of that session.' })
  readonly sessionTitle: string;

  @Field(() => PersonType, { description: 'Who is told.' })
  readonly person: PersonType;

  @Field(() => DateTime, { description: 'When it is to be told.' })
  readonly dueAt: number;

  @Field(() => DateTime, { nullable: true, description: 'When it had gone out.' })
  readonly sentAt: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next.' })
  readonly nextAttemptAt: number | null;

  @Field(() => Boolean, { description: 'Whether it went out, or still waits, over a minute late.' })
  readonly isLate: boolean;

  @Field(() => Int, { description: 'How often it was tried.' })
  readonly attempts: number;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, in a code.' })
  readonly lastError: string | null;

  constructor(record: DeliveryRecord, person: Person, sessionTitle: string) {
    this.noticeId = record.noticeId;
    this.channel = record.channel;
    this.kind = record.kind;
    this.sessionId = record.sessionId;
    this.sessionTitle = sessionTitle;
    this.person = new PersonType(person);
    this.dueAt = record.dueAt;
    this.sentAt = record.sentAt;
    this.nextAttemptAt = record.nextAttemptAt;
    this.isLate = record.isLate;
    this.attempts = record.attempts;
    this.lastError = record.lastError;
  }
}

@ObjectType({ description: 'A delivery in a list.' })
export class NoticeDeliveryEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => NoticeDelivery, { description: 'The delivery.' })
  readonly node: NoticeDelivery;

  constructor(node: NoticeDelivery) {
    this.cursor = listCursor([node.dueAt, node.noticeId, node.channel ?? '']);
    this.node = node;
  }
}

@ObjectType({ description: 'A page of a list of deliveries.' })
export class NoticeDeliveryConnection {
  @Field(() => [NoticeDeliveryEdge], { description: 'The deliveries of this page, in order.' })
  readonly edges: readonly NoticeDeliveryEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  readonly pageInfo: PageInfo;

  constructor(edges: readonly NoticeDeliveryEdge[], hasNextPage: boolean) {
    this.edges = edges;
    this.pageInfo = new PageInfo(edges.at(-1)?.cursor ?? null, hasNextPage);
  }
}

@InputType({ description: 'A delivery that was given up.' })
export class RetryNoticeDeliveryInput {
  @Field(() => ID, { description: 'Identifier of the notice.' })
  noticeId!: string;

  @Field(() => NoticeChannelEnum, { description: 'On which way.' })
  channel!: NoticeChannel;
}

@ObjectType({ description: 'The delivery will be tried once more.' })
export class NoticeDeliveryRetried {
  @Field(() => ID, { description: 'Identifier of the notice.' })
  readonly noticeId: string;

  constructor(noticeId: string) {
    this.noticeId = noticeId;
  }
}

@ObjectType({ implements: Problem, description: 'There is nothing to try once more.' })
export class NothingToRetry extends Problem {}

export const RetryNoticeDeliveryResult = createUnionType({
  name: 'RetryNoticeDeliveryResult',
  description: 'Whether the delivery is tried once more.',
  types: () => [NoticeDeliveryRetried, NothingToRetry] as const,
});
