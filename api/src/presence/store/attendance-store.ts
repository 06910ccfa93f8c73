import type { Clock } from '../../platform/clock.ts';
import type { Database, EntityManager, Prepared } from '../../platform/database/database.ts';
import type { Attending, OpenPages } from '../../sessions/attending.ts';
import { AttendanceEntity } from './attendance-entity.ts';

export interface Page {
  readonly sessionId: string;
  readonly connectionId: string;
  readonly personId: string;
}

/** A page as one subscription shows it; the page may come back with another, to another process. */
export interface Opening extends Page {
  readonly openingId: string;
}

/** How long a page counts as open after its last sign of life, in milliseconds; three beats. */
export const pageFreshMs = 15_000;

const opened: Prepared = {
  name: 'attendance-open',
  sql: `insert into attendance (session_id, connection_id, person_id, opening_id, since, seen_at)
    values ($1, $2, $3, $4, $5, $5)
    on conflict (session_id, connection_id) do update
      set opening_id = excluded.opening_id, since = excluded.since, seen_at = excluded.seen_at,
        closed_at = null
      where attendance.person_id = excluded.person_id`,
};

/** Which pages of which persons show which sessions, for all replicas to see. */
export class AttendanceStore implements Attending {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Another person's page is left as it is. */
  async open({ sessionId, connectionId, personId, openingId }: Opening): Promise<void> {
    const now = new Date(this.clock.now()).toISOString();
    await this.database.run(opened, [sessionId, connectionId, personId, openingId, now]);
  }

  /** Nothing where the page was opened once more since. */
  async close({ sessionId, connectionId, openingId }: Opening): Promise<void> {
    await this.database
      .fork()
      .nativeUpdate(
        AttendanceEntity,
        { sessionId, connectionId, openingId },
        { closedAt: this.clock.now() },
      );
  }

  /** Says that these pages are still open. */
  async beat(pages: readonly Opening[]): Promise<void> {
    if (pages.length === 0) return;
    const keys = pages.map(({ sessionId, connectionId, openingId }) => ({
      sessionId,
      connectionId,
      openingId,
    }));
    await this.database
      .fork()
      .nativeUpdate(AttendanceEntity, { $or: keys, closedAt: null }, { seenAt: this.clock.now() });
  }

  async personsAtMany(
    em: EntityManager,
    sessionIds: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, OpenPages>> {
    const pages = await em.find(
      AttendanceEntity,
      {
        sessionId: { $in: [...sessionIds] },
        closedAt: null,
        seenAt: { $gt: now - pageFreshMs },
      },
      { disableIdentityMap: true },
    );
    return new Map(
      [...Map.groupBy(pages, (page) => page.sessionId)].map(([sessionId, open]) => [
        sessionId,
        newestByPerson(open),
      ]),
    );
  }

  /** When the page of a connection was closed; `null` where it is open, or none was ever seen. */
  async closedAt(sessionId: string, connectionId: string): Promise<number | null> {
    const page = await this.database
      .fork()
      .findOne(AttendanceEntity, { sessionId, connectionId }, { disableIdentityMap: true });
    return page?.closedAt ?? null;
  }

  /** Sessions that some page shows now. */
  async attendedSessions(): Promise<readonly string[]> {
    const rows: { session_id: string }[] = await this.database
      .fork()
      .execute(
        `select distinct session_id from attendance where closed_at is null and seen_at > ?::timestamptz`,
        [new Date(this.clock.now() - pageFreshMs).toISOString()],
      );
    return rows.map((row) => row.session_id);
  }
}

function newestByPerson(pages: readonly AttendanceEntity[]): OpenPages {
  const newest = new Map<string, number>();
  for (const { personId, since } of pages) {
    newest.set(personId, Math.max(since, newest.get(personId) ?? since));
  }
  return newest;
}
