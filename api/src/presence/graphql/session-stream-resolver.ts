import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import type { EventRecord, Sessions } from '../../sessions/sessions.ts';
import type { Attendance } from '../attendance.ts';
import type { SessionStream, StreamRequest } from '../session-stream.ts';
import type { Page } from '../store/attendance-store.ts';
import { SessionChangeType } from './session-change-type.ts';

interface ChangesArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
  readonly connectionId: string | null | undefined;
}

@Resolver()
export class SessionStreamResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly stream: SessionStream,
    private readonly attendance: Attendance,
  ) {}

  @Subscription(() => SessionChangeType, {
    description:
      'Everything that happens in a session. Without `after` it begins with the session as it is; ' +
      'with `after` it gives first what was missed. Annotations may be private, so that here only ' +
      'their author hears of them; others follow `annotationChanges`.',
    subscribe: streamFrom(
      () => SessionStreamResolver,
      (resolver, { args, context }: { args: ChangesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  sessionChanges(
    @Root() change: SessionChangeType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
    @Arg('connectionId', () => ID, {
      nullable: true,
      description: 'Names the page that shows the session, which is then present while it listens.',
    })
    _connectionId: string | null,
  ): SessionChangeType {
    return change;
  }

  private async open(
    { sessionId, after, connectionId }: ChangesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<SessionChangeType>> {
    const { personId } = await this.sessions.access.require(context, 'READ', sessionId);
    if (connectionId && !isId(connectionId)) throw badInput('`connectionId` is to be a UUID.');
    const page = connectionId ? { sessionId, personId, connectionId } : null;
    const position = after ? readLogCursor(after) : null;
    const isTold = (event: EventRecord) => isFor(event, personId);
    return this.views({ sessionId, after: position, signal, isTold }, personId, page);
  }

  private async *views(
    request: StreamRequest,
    viewerId: string,
    page: Page | null,
  ): AsyncGenerator<SessionChangeType> {
    const leave = page && (await this.attendance.attend(page));
    try {
      for await (const { snapshot, event } of this.stream.changes(request)) {
        yield new SessionChangeType(snapshot, viewerId, event);
      }
    } finally {
      leave?.();
    }
  }
}

/** Whether somebody may hear that this happened: that there is a private annotation is private too. */
function isFor({ type, personId }: EventRecord, viewerId: string): boolean {
  return !type.startsWith('ANNOTATION_') || personId === viewerId;
}
