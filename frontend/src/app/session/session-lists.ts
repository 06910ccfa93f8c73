import { type SessionList, listOf } from './domain/session-list';
import type { SessionPageFragment } from './session-lists-operations';
import type { SessionCardFragment } from './session-operations';

/** A session as lists show it. */
export type Card = SessionCardFragment;
export type CardList = SessionList<Card>;

/** A page of the API as the beginning of a list. */
export function listOfPage({ edges, pageInfo }: SessionPageFragment): CardList {
  return listOf(
    edges.map(({ node }) => node),
    pageInfo.hasNextPage ? pageInfo.endCursor : null,
  );
}

export { type SessionList, extended, renewed, replaced, without } from './domain/session-list';
