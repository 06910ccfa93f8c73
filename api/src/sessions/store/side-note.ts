import type { Database, Prepared } from '../../platform/database/database.ts';
import type { RecordingEvent, SideEvent } from '../domain/session-event.ts';

/** An insert that goes with a note, made by `noteStatement`. */
export interface AlongInsert {
  readonly statement: Prepared;
  /** For `$6` and what follows. */
  readonly values: readonly (string | readonly string[])[];
  /** What followers of the log are given of it. */
  readonly rowAt: (seq: number) => object;
}

export interface SideNote {
  readonly sessionId: string;
  readonly event: Exclude<SideEvent, RecordingEvent>;
}

/**
 * The statement that appends an event which phase and clock do not depend on, together with an insert:
 * one way to the database and back, under the same row lock as every other append. The insert reads
 * its place in the log as `seq` from `place`; `$1` is the session, `$3` the person, `$4` the time. An
 * `update` that is to go with both does so only where `place` has a row.
 */
export function noteStatement(name: string, insert: string, update?: string): Prepared {
  const also = update === undefined ? '' : `, also as (${update})`;
  const sql = `with place as (
      update session set last_seq = last_seq + 1
        where id = $1 and status <> 'ENDED' returning last_seq as seq
    ), noted as (
      insert into session_event (session_id, seq, type, person_id, at, recorded_at, payload)
        select $1, seq, $2, $3, $4, $4, $5::jsonb from place
    ), along as (${insert})${also}
    select seq from place`;
  return { name, sql };
}

/** Gives the event's place, or `null` where the session has ended or does not exist. */
export async function noteAside(
  database: Database,
  { sessionId, event }: SideNote,
  { statement, values }: AlongInsert,
): Promise<number | null> {
  const { type, personId, at, payload } = event;
  const own = [sessionId, type, personId, new Date(at).toISOString(), JSON.stringify(payload)];
  const rows = await database.run<{ seq: number }>(statement, [...own, ...values]);
  return rows[0]?.seq ?? null;
}
