import type { EntityManager } from '../platform/database/database.ts';

/** Since when each person's newest page shows a session; nobody else's page does. */
export type OpenPages = ReadonlyMap<string, number>;

/** What the sessions' rules need to know of open pages: whose page shows a session right now. */
export interface Attending {
  /** By session, the persons and since when the newest page of each is open. */
  personsAtMany(
    em: EntityManager,
    sessionIds: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, OpenPages>>;
}
