import type { Database, EntityManager } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Notice } from '../domain/notice.ts';
import { iso, listOf, msOf } from './sql.ts';

/** A notice that is kept. */
export interface StoredNotice extends Notice {
  readonly id: string;
  readonly sessionId: string;
}

export interface SessionNotices {
  readonly sessionId: string;
  readonly wanted: readonly Notice[];
}

export const noticeColumns = `n.id, n.session_id as "sessionId", n.person_id as "personId", n.kind,
  ${msOf('n.starts_at')} as "startsAt", n.seq, ${msOf('n.due_at')} as "dueAt",
  ${msOf('n.expires_at')} as "expiresAt", n.facts`;

const recordset = `jsonb_to_recordset(?::jsonb) as w (id uuid, session_id uuid, person_id uuid,
  kind text, starts_at timestamptz, seq integer, due_at timestamptz, expires_at timestamptz, facts jsonb)`;

const samePlace = `n.session_id = w.session_id and n.person_id = w.person_id and n.kind = w.kind
  and n.starts_at = w.starts_at and n.seq = w.seq`;

/** Derivations come one after the other, so that the last to write is the last to have read. */
const turn = 'select pg_advisory_xact_lock(7305020127)';

/** Keeps who is to be told what, and when. */
export class NoticeStore {
  constructor(private readonly database: Database) {}

  /** From when on news are told, and up to when changes of sessions were looked at. */
  async progress(): Promise<{ readonly toldFrom: number; readonly derivedTo: number }> {
    const [row] = await this.database
      .fork()
      .execute<{ toldFrom: number; derivedTo: number }[]>(
        `select ${msOf('told_from')} as "toldFrom", ${msOf('derived_to')} as "derivedTo" from notice_progress`,
      );
    if (!row) throw new Error('the migration leaves a row behind');
    return row;
  }

  async markDerived(to: number): Promise<void> {
    await this.database
      .fork()
      .execute('update notice_progress set derived_to = greatest(derived_to, ?)', [iso(to)]);
  }

  /**
   * Brings the notices of sessions in line with what `derive` reads and wants. What was handed over
   * already stays; what is wanted again after all is taken up again. Gives when they are due.
   */
  async keep(
    derive: (em: EntityManager) => Promise<readonly SessionNotices[]>,
    now: number,
  ): Promise<readonly number[]> {
    return await this.database.transaction(async (em) => {
      await em.execute(turn);
      const sessions = await derive(em);
      if (sessions.length === 0) return [];
      const rows = JSON.stringify(sessions.flatMap(toRows));
      const ids = listOf(sessions.map(({ sessionId }) => sessionId));
      await em.execute(
        `update notice n set cancelled_at = ? where n.session_id = any(?::uuid[])
           and n.fanned_out_at is null and n.cancelled_at is null
           and not exists (select 1 from ${recordset} where ${samePlace})`,
        [iso(now), ids, rows],
      );
      const due = await em.execute<{ dueAt: number }[]>(
        `insert into notice as n (id, session_id, person_id, kind, starts_at, seq, due_at, expires_at,
             facts, created_at)
           select w.*, ?::timestamptz from ${recordset}
           on conflict (session_id, person_id, kind, starts_at, seq) do update
             set cancelled_at = null, due_at = excluded.due_at, expires_at = excluded.expires_at,
               facts = excluded.facts
             where n.fanned_out_at is null and (n.cancelled_at is not null
               or n.due_at <> excluded.due_at or n.expires_at <> excluded.expires_at)
           returning ${msOf('due_at')} as "dueAt"`,
        [iso(now), rows],
      );
      return [...new Set(due.map(({ dueAt }) => dueAt))];
    });
  }

  /** The instants up to `until` at which something not yet handed over comes due. */
  async dueInstants(until: number): Promise<readonly number[]> {
    const rows = await this.database.fork().execute<{ dueAt: number }[]>(
      `select distinct ${msOf('due_at')} as "dueAt" from notice
         where due_at <= ? and fanned_out_at is null and cancelled_at is null
       union select distinct ${msOf('next_attempt_at')} from notice_delivery
         where state in ('DUE', 'SENDING') and next_attempt_at <= ?`,
      [iso(until), iso(until)],
    );
    return rows.map(({ dueAt }) => dueAt);
  }
}

function toRows({ sessionId, wanted }: SessionNotices): object[] {
  return wanted.map((notice) => ({
    id: newId(),
    session_id: sessionId,
    person_id: notice.personId,
    kind: notice.kind,
    starts_at: iso(notice.startsAt),
    seq: notice.seq,
    due_at: iso(notice.dueAt),
    expires_at: iso(notice.expiresAt),
    facts: notice.facts,
  }));
}
