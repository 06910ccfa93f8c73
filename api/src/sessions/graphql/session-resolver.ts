import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { signedIn } from '../../accounts/request-context.ts';
import { Cursor, listCursor, readListCursor } from '../../platform/graphql/cursor.ts';
import { badInput, notFound } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionSnapshot } from '../session-snapshot.ts';
import type { ListPosition, SessionFilter, SessionReader } from '../store/session-reader.ts';
import { SessionFilterEnum } from './session-enums-type.ts';
import { SessionType } from './session-type.ts';

@ObjectType('SessionEdge', { description: 'A session in a list.' })
export class SessionEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => SessionType, { description: 'The session.' })
  readonly node: SessionType;

  constructor(snapshot: SessionSnapshot, viewerId: string) {
    this.cursor = listCursor([snapshot.state.plan.startsAt, snapshot.id]);
    this.node = new SessionType(snapshot, viewerId);
  }
}

@ObjectType('SessionConnection', { description: 'A page of a list of sessions.' })
export class SessionConnection {
  @Field(() => [SessionEdge], { description: 'The sessions of this page, in order.' })
  readonly edges: readonly SessionEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  readonly pageInfo: PageInfo;

  constructor(edges: readonly SessionEdge[], hasNextPage: boolean) {
    this.edges = edges;
    this.pageInfo = new PageInfo(edges.at(-1)?.cursor ?? null, hasNextPage);
  }
}

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

const longestPage = 100;

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
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 100.');
    if (courseId && !isId(courseId)) throw badInput('`courseId` is not an identifier.');
    const position = after ? readPosition(after) : null;
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

/** Milliseconds from the epoch that a date can hold (ECMA-262, time values). */
const farthestInstant = 8.64e15;

function readPosition(cursor: string): ListPosition {
  const [startsAt, id] = readListCursor(cursor, 2);
  const isInstant = typeof startsAt === 'number' && Math.abs(startsAt) <= farthestInstant;
  if (!isInstant || typeof id !== 'string' || !isId(id)) {
    throw badInput('This is not a cursor of ours.');
  }
  return { startsAt, id };
}
