import type { Person } from './person.ts';

interface Counted {
  readonly session: { readonly clock: { readonly activeMs: number } };
}

/** The active time of a session that has ended, as the server has counted it. */
export async function countedMs(person: Person, sessionId: string): Promise<number> {
  const query = 'query ($id: ID!) { session(id: $id) { clock { activeMs } } }';
  const { session } = await person.ask<Counted>(query, { id: sessionId });
  return session.clock.activeMs;
}
