import { Arg, Ctx, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type RequestContext, signedIn } from '../../accounts/request-context.ts';
import { Cursor, isPlaceInTime, readListCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import type { NoticePosition } from '../store/notice-list.ts';
import type { OwnNotices } from '../use-cases/own-notices.ts';
import { MarkNoticesReadInput, NoticeConnection, NoticeType } from './notice-type.ts';

const longestPage = 100;
const usualPage = 20;

/** A person's own notices; nobody is shown anybody else's. */
@Resolver()
export class NoticeResolver {
  constructor(private readonly own: OwnNotices) {}

  @Query(() => NoticeConnection, { description: 'What the viewer was told, the latest first.' })
  async notices(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: usualPage, description: 'How many, up to 100.' })
    first: number,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
  ): Promise<NoticeConnection> {
    const { personId } = signedIn(context);
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 100.');
    return await this.page(personId, first, after ? readPosition(after) : null);
  }

  @Mutation(() => NoticeConnection, {
    description: 'Marks notices as read; gives the beginning of the list as it is then.',
  })
  async markNoticesRead(
    @Ctx() context: RequestContext,
    @Arg('input', () => MarkNoticesReadInput, { description: 'Which.' })
    { ids, all }: MarkNoticesReadInput,
  ): Promise<NoticeConnection> {
    const { personId } = signedIn(context);
    const named = ids ?? [];
    if (named.length > longestPage || !named.every(isId)) throw badInput('`ids` are up to 100.');
    await this.own.markRead(personId, all ? null : named);
    return await this.page(personId, usualPage, null);
  }

  @Subscription(() => NoticeType, {
    description:
      'Each notice of the viewer when it is told; at first perhaps some that came seconds before, to be known ' +
      'by their identifiers. After a break of the connection ask for `notices`.',
    subscribe: streamFrom(
      () => NoticeResolver,
      (resolver, { context }: { context: RequestContext }, signal) =>
        resolver.arrivals(signedIn(context).personId, signal),
    ),
  })
  noticeArrived(@Root() notice: NoticeType): NoticeType {
    return notice;
  }

  private async *arrivals(personId: string, signal: AbortSignal): AsyncGenerator<NoticeType> {
    for await (const shown of this.own.arrivals(personId, signal)) yield new NoticeType(shown);
  }

  private async page(
    personId: string,
    first: number,
    after: NoticePosition | null,
  ): Promise<NoticeConnection> {
    const { shown, hasMore, unread } = await this.own.page(personId, first, after);
    return new NoticeConnection(
      shown.map((one) => new NoticeType(one)),
      hasMore,
      unread,
    );
  }
}

function readPosition(cursor: string): NoticePosition {
  const [sentAt, id] = readListCursor(cursor, 2);
  if (!isPlaceInTime(sentAt) || typeof id !== 'string' || !isId(id)) {
    throw badInput('This is not a cursor of ours.');
  }
  return { sentAt, id };
}
