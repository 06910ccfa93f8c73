import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { PersonReader } from '../../accounts/person.ts';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Clock } from '../../platform/clock.ts';
import { Cursor, isPlaceInTime, readListCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import type {
  DeliveryFilter,
  DeliveryPosition,
  DeliveryRecord,
  Reminders,
} from '../../reminders/reminders.ts';
import { checkPage } from '../../sessions/graphql/session-connection-type.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { operator } from '../operator-access.ts';
import {
  NoticeDelivery,
  NoticeDeliveryConnection,
  NoticeDeliveryEdge,
  NoticeDeliveryFilterEnum,
  NoticeDeliveryRetried,
  NothingToRetry,
  RetryNoticeDeliveryInput,
  RetryNoticeDeliveryResult,
} from './notice-delivery-type.ts';

export interface NoticeDeliveryOptions extends Pick<Reminders, 'deliveries' | 'retry'> {
  readonly sessions: Sessions['reader'];
  readonly people: PersonReader;
  readonly clock: Clock;
}

@Resolver()
export class NoticeDeliveryResolver {
  constructor(private readonly options: NoticeDeliveryOptions) {}

  @Query(() => NoticeDeliveryConnection, {
    description: 'How notices fare on their ways; for administrators. Errors: `FORBIDDEN`.',
  })
  async noticeDeliveries(
    @Ctx() context: RequestContext,
    @Arg('filter', () => NoticeDeliveryFilterEnum, { description: 'Which of them.' })
    filter: DeliveryFilter,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' })
    first: number,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
  ): Promise<NoticeDeliveryConnection> {
    operator(context);
    checkPage(first);
    const { deliveries, clock } = this.options;
    const request = { filter, first: first + 1, after: readPosition(after) };
    const found = await deliveries.list(request, clock.now());
    const edges = await this.shown(found.slice(0, first));
    return new NoticeDeliveryConnection(edges, found.length > first);
  }

  @Mutation(() => RetryNoticeDeliveryResult, {
    description: 'Tries a delivery once more that was given up. Errors: `FORBIDDEN`.',
  })
  async retryNoticeDelivery(
    @Ctx() context: RequestContext,
    @Arg('input', () => RetryNoticeDeliveryInput, { description: 'Which one.' })
    { noticeId, channel }: RetryNoticeDeliveryInput,
  ): Promise<NoticeDeliveryRetried | NothingToRetry> {
    operator(context);
    const isTried = isId(noticeId) && (await this.options.retry(noticeId, channel));
    if (isTried) return new NoticeDeliveryRetried(noticeId);
    return new NothingToRetry('It was not given up, or is of no use any more.');
  }

  private async shown(records: readonly DeliveryRecord[]): Promise<NoticeDeliveryEdge[]> {
    const { people, sessions } = this.options;
    const [persons, found] = await Promise.all([
      people.byIds([...new Set(records.map(({ personId }) => personId))]),
      sessions.byIds([...new Set(records.map(({ sessionId }) => sessionId))]),
    ]);
    const titles = new Map(found.map(({ id, title }) => [id, title]));
    return records.flatMap((record) => {
      const person = persons.get(record.personId);
      const title = titles.get(record.sessionId);
      if (!person || title === undefined) return [];
      return [new NoticeDeliveryEdge(new NoticeDelivery(record, person, title))];
    });
  }
}

const channels: readonly unknown[] = ['EMAIL', 'PUSH', 'IN_APP'];

function readPosition(cursor: string | null | undefined): DeliveryPosition | null {
  if (!cursor) return null;
  const [dueAt, noticeId, channel] = readListCursor(cursor, 3);
  const isWay = channel === '' || channels.includes(channel);
  if (!isPlaceInTime(dueAt) || typeof noticeId !== 'string' || !isId(noticeId) || !isWay) {
    throw badInput('This is not a cursor of ours.');
  }
  return {
    dueAt,
    noticeId,
    channel: channel === '' ? null : (channel as DeliveryPosition['channel']),
  };
}
