import type { Database } from '../../platform/database/database.ts';
import type { KnownConnection } from '../domain/compare-roster.ts';

interface Row {
  readonly sid: string;
  readonly joined_at: Date;
  readonly left_at: Date | null;
  readonly reason: string | null;
  readonly last_seen_at: Date;
  readonly actual_end: Date | null;
}

/** What the log knows of the connections of live rooms, and when each was last seen in one. */
export class ConnectionStore {
  constructor(private readonly database: Database) {}

  async ofSession(sessionId: string): Promise<readonly KnownConnection[]> {
    const rows: Row[] = await this.database.fork().execute(
      `select p.sid, p.joined_at, p.left_at, p.reason, p.last_seen_at, s.actual_end
          from participation p join session s on s.id = p.session_id where p.session_id = ?`,
      [sessionId],
    );
    return rows.map((row) => ({
      sid: row.sid,
      joinedAt: new Date(row.joined_at).getTime(),
      isOpen: row.left_at === null,
      isLeft: row.left_at !== null && row.reason !== 'UNKNOWN',
      lastSeenAt: new Date(row.last_seen_at).getTime(),
      endedAt: row.actual_end && new Date(row.actual_end).getTime(),
    }));
  }

  /** The open connections of one page of a person; more than one while a reconnect is settling. */
  async openOf(
    sessionId: string,
    personId: string,
    connectionId: string,
  ): Promise<readonly string[]> {
    const rows: { sid: string }[] = await this.database.fork().execute(
      `select sid from participation
          where session_id = ? and person_id = ? and connection_id = ? and left_at is null`,
      [sessionId, personId, connectionId],
    );
    return rows.map((row) => row.sid);
  }

  /** When a connection of a person's page joined, whether it is there or not; `null` for any other one. */
  async joinedAt(
    sessionId: string,
    { personId, connectionId, sid }: Record<'personId' | 'connectionId' | 'sid', string>,
  ): Promise<number | null> {
    const rows: Pick<Row, 'joined_at'>[] = await this.database.fork().execute(
      `select joined_at from participation
          where session_id = ? and person_id = ? and connection_id = ? and sid = ?`,
      [sessionId, personId, connectionId, sid],
    );
    return rows[0] ? new Date(rows[0].joined_at).getTime() : null;
  }

  /** Notes that the room's list showed these connections at that time. */
  async confirm(sessionId: string, sids: readonly string[], at: number): Promise<void> {
    if (sids.length === 0) return;
    await this.database.fork().execute(
      `update participation set last_seen_at = greatest(last_seen_at, ?::timestamptz)
          where session_id = ? and sid = any(string_to_array(?, ','))`,
      [new Date(at).toISOString(), sessionId, sids.join(',')],
    );
  }

  /** Sessions whose room has to be watched: people are in it, or were and may come back. */
  async liveSessions(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.database
      .fork()
      .execute(`select id from session where status in ('WAITING', 'ACTIVE', 'PAUSED')`);
    return rows.map((row) => row.id);
  }
}
