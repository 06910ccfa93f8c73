import type { Database } from '../../platform/database/database.ts';
import type { SideEvent } from '../domain/session-event.ts';

/** An insert that goes with a note; it reads its place in the log as `seq` from `place`. */
export interface AlongInsert {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * Appends an event that phase and clock do not depend on, and what goes with it, in one statement: one
 * way to the database and back, under the same row lock as every other append. Gives its place, or
 * `null` where the session has ended or does not exist.
 */
export async function noteAside(
  database: Database,
  { sessionId, event }: { readonly sessionId: string; readonly event: SideEvent },
  along: AlongInsert,
): Promise<number | null> {
  const at = new Date(event.at).toISOString();
  const rows: { seq: number }[] = await database.fork().execute(
    `with place as (
        update session set last_seq = last_seq + 1
          where id = ? and status <> 'ENDED' returning last_seq as seq
      ), noted as (
        insert into session_event (session_id, seq, type, person_id, at, recorded_at, payload)
          select ?, seq, ?, ?, ?, ?, ?::jsonb from place
      ), along as (${along.sql})
      select seq from place`,
    [
      sessionId,
      sessionId,
      event.type,
      event.personId,
      at,
      at,
      JSON.stringify(event.payload),
      ...along.values,
    ],
  );
  return rows[0]?.seq ?? null;
}
