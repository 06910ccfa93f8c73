import type { EntityManager } from '../platform/database/database.ts';

/** What the sessions' rules need to know of open pages: whose page shows a session right now. */
export interface Attending {
  /** Identifiers of the persons by session, each person once. */
  personsAtMany(
    em: EntityManager,
    sessionIds: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}
