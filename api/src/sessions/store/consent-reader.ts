import type { Database, Prepared } from '../../platform/database/database.ts';
import type { ConsentEventType, ConsentKind } from '../domain/session-event.ts';

/** What one of the two said of a transcript or a recording. */
export interface ConsentRecord {
  readonly kind: ConsentKind;
  readonly type: ConsentEventType;
  readonly personId: string;
  readonly at: number;
}

interface Row extends Omit<ConsentRecord, 'at'> {
  readonly sessionId: string;
  readonly at: string;
}

// The kinds are spelled out as the index has them, so that it is used.
const consentsOf: Prepared = {
  name: 'session-consents',
  sql: `select session_id as "sessionId", payload->>'kind' as kind, type, person_id as "personId", at
    from session_event
    where type in ('CONSENT_ASKED', 'CONSENT_GIVEN', 'CONSENT_DECLINED', 'CONSENT_PAUSED',
        'CONSENT_RESUMED', 'CONSENT_WITHDRAWN') and session_id = any($1::uuid[])
    order by session_id, seq`,
};

/** Reads what the two of a session agreed to. */
export class ConsentReader {
  constructor(private readonly database: Database) {}

  /** Of each session in the order in which it was said; those without a word are left out. */
  async ofMany(
    sessionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ConsentRecord[]>> {
    const rows = await this.database.run<Row>(consentsOf, [[...sessionIds]]);
    const told = rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
    return Map.groupBy(told, (row) => row.sessionId);
  }
}
