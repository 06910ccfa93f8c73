import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { signedIn } from '../../accounts/request-context.ts';
import { Cursor } from '../../platform/graphql/cursor.ts';
import { badInput, notFound } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionFilter } from '../store/list-request.ts';
import type { SessionReader } from '../store/session-reader.ts';
import {
  checkPage,
  readSessionCursor,
  SessionConnection,
  SessionEdge,
} from './session-connection-type.ts';
import { SessionFilterEnum } from './session-enums-type.ts';
import { SessionType } from './session-type.ts';

@ArgsType()
export class OwnSessionsArgs {
  @Field(() => SessionFilterEnum, { description: 'Which sessions.' })
  filter!: SessionFilter;

  @Field(() => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' })
  first!: number;

  @Field(() => Cursor, { nullable: true, description: 'Go on behind this place.' })
  after: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Only those of this course.' })
  courseId: string | null = null;
}

@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionReader,
  ) {}

  @Query(() => SessionType, {
    description: 'One session. Errors: `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.',
  })
  async session(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Identifier of the session.' }) id: string,
  ): Promise<SessionType> {
    const viewer = await this.access.require(context, 'READ', id);
    const snapshot = await this.sessions.byId(id);
    if (!snapshot) throw notFound();
    return new SessionType(snapshot, viewer.personId);
  }

  @Query(() => SessionConnection, {
    name: 'sessions',
    description: 'The viewer’s own sessions, page by page.',
  })
  async ownSessions(
    @Ctx() context: RequestContext,
    @Args(() => OwnSessionsArgs) { filter, first, after, courseId }: OwnSessionsArgs,
  ): Promise<SessionConnection> {
    const { personId } = signedIn(context);
    checkPage(first);
    if (courseId && !isId(courseId)) throw badInput('`courseId` is not an identifier.');
    const position = readSessionCursor(after);
    const request = { personId, filter, courseId, first: first + 1, after: position };
    const found = await this.sessions.list(request);
    const edges = found.slice(0, first).map((one) => new SessionEdge(one, personId));
    return new SessionConnection(edges, found.length > first);
  }

  @Query(() => SessionType, {
    nullable: true,
    description: 'The viewer’s earliest session that has not ended; null where there is none.',
  })
  async nextSession(@Ctx() context: RequestContext): Promise<SessionType | null> {
    const { personId } = signedIn(context);
    const [next] = await this.sessions.list({
      personId,
      filter: 'UPCOMING',
      first: 1,
      after: null,
    });
    return next ? new SessionType(next, personId) : null;
  }
}
