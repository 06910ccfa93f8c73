import type { Database, Prepared } from '../../platform/database/database.ts';

/** Who writes down what is said in which session, and until when they may be silent. */
export interface Leases {
  /** Takes at most so many of these sessions, of those that nobody has. */
  claim(holder: string, sessionIds: readonly string[], most: number): Promise<readonly string[]>;
  /** Says of which of these the holder still is one, and for how long again. */
  renew(holder: string, sessionIds: readonly string[]): Promise<readonly string[]>;
  release(holder: string, sessionId: string): Promise<void>;
}

interface Row {
  readonly id: string;
}

const offer: Prepared = {
  name: 'transcription-offer',
  sql: `insert into transcription_lease (session_id)
    select id from session where id = any($1::uuid[]) on conflict do nothing`,
};

// The database's own clock, because programs on several machines have to agree.
const claim: Prepared = {
  name: 'transcription-claim',
  sql: `update transcription_lease
      set holder = $1, until = clock_timestamp() + $4 * interval '1 millisecond'
    where session_id in (
      select session_id from transcription_lease
        where session_id = any($2::uuid[]) and until < clock_timestamp()
        order by session_id limit $3 for update skip locked)
    returning session_id as id`,
};

const renew: Prepared = {
  name: 'transcription-renew',
  sql: `update transcription_lease set until = clock_timestamp() + $3 * interval '1 millisecond'
    where holder = $1 and session_id = any($2::uuid[]) returning session_id as id`,
};

const release: Prepared = {
  name: 'transcription-release',
  sql: `delete from transcription_lease
    where (holder = $1 and session_id = $2) or until < clock_timestamp() - interval '1 hour'`,
};

/** Leases in PostgreSQL: a program that was killed is followed by another when they run out. */
export class LeaseStore implements Leases {
  constructor(
    private readonly database: Database,
    private readonly leaseMs: number,
  ) {}

  async claim(
    holder: string,
    sessionIds: readonly string[],
    most: number,
  ): Promise<readonly string[]> {
    if (sessionIds.length === 0 || most <= 0) return [];
    await this.database.run(offer, [[...sessionIds]]);
    const values = [holder, [...sessionIds], most, this.leaseMs];
    return (await this.database.run<Row>(claim, values)).map(({ id }) => id);
  }

  async renew(holder: string, sessionIds: readonly string[]): Promise<readonly string[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.database.run<Row>(renew, [holder, [...sessionIds], this.leaseMs]);
    return rows.map(({ id }) => id);
  }

  async release(holder: string, sessionId: string): Promise<void> {
    await this.database.run(release, [holder, sessionId]);
  }
}
