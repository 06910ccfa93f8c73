import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import { checkPage } from '../../sessions/graphql/session-connection-type.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { operator } from '../operator-access.ts';
import { TimelineConnection, TimelineEntryType } from './timeline-type.ts';

@Resolver()
export class TimelineResolver {
  constructor(private readonly sessions: Pick<Sessions, 'reader' | 'timeline'>) {}

  @Query(() => TimelineConnection, {
    description:
      'How a session went: every plan, join, leave, failure and recovery of both people, in the order of the log; for administrators. Errors: `FORBIDDEN`, `NOT_FOUND`.',
  })
  async sessionTimeline(
    @Ctx() context: RequestContext,
    @Arg('sessionId', () => ID, { description: 'Identifier of the session.' }) sessionId: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many at the most, up to 100.' })
    first: number,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
  ): Promise<TimelineConnection> {
    operator(context);
    checkPage(first);
    const seq = after ? readLogCursor(after) : 0;
    const [snapshot] = isId(sessionId) ? await this.sessions.reader.byIds([sessionId]) : [];
    if (!snapshot) throw notFound();
    const found = await this.sessions.timeline.after(sessionId, seq, first + 1);
    const nodes = found.slice(0, first).map((record) => new TimelineEntryType(record, snapshot));
    return new TimelineConnection(nodes, found.length > first);
  }
}
