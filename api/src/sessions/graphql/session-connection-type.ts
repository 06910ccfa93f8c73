import { Field, ObjectType } from 'type-graphql';
import {
  Cursor,
  isPlaceInTime,
  listCursor,
  readListCursor,
} from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import { isId } from '../../platform/ids.ts';
import type { SessionSnapshot } from '../session-snapshot.ts';
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

/** Place in a list of sessions: its order is by start, then by identifier. */
interface SessionPosition {
  readonly startsAt: number;
  readonly id: string;
}

const longestPage = 100;

/** Reads where a list of sessions goes on; refuses what is no cursor of such a list. */
export function readSessionCursor(cursor: string | null | undefined): SessionPosition | null {
  if (!cursor) return null;
  const [startsAt, id] = readListCursor(cursor, 2);
  if (!isPlaceInTime(startsAt) || typeof id !== 'string' || !isId(id)) {
    throw badInput('This is not a cursor of ours.');
  }
  return { startsAt, id };
}

/** Refuses pages that are too short or too long. */
export function checkPage(first: number): void {
  if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 100.');
}
