import type { Database, EntityManager, Prepared } from '../../platform/database/database.ts';
import { foldedText } from '../domain/folded-text.ts';
import { isNewer, type Segment, settled } from '../domain/segment.ts';
import type { TranscriptStatus } from '../domain/transcript-status.ts';
import { FinalRecord, toJson } from './transcript-row.ts';

const tellPartials: Prepared = {
  name: 'transcript-partials',
  sql: `with told as (
      insert into transcript_partial as kept
          (session_id, id, revision, person_id, start_at, end_at, text, language, engine, told_at)
        select $1, id, revision, person_id, start_at, end_at, text, language, engine, $3
          from jsonb_to_recordset($2::jsonb) as new (id uuid, revision integer, person_id uuid,
            start_at timestamptz, end_at timestamptz, text text, language text, engine text)
          where not exists (select 1 from transcript_segment f
              where f.session_id = $1 and f.id = new.id)
            and not exists (select 1 from transcript t where t.session_id = $1 and t.kept = false)
        on conflict (session_id, id) do update set revision = excluded.revision,
            start_at = excluded.start_at, end_at = excluded.end_at, text = excluded.text,
            language = excluded.language, engine = excluded.engine, told_at = excluded.told_at
          where kept.revision < excluded.revision
        returning 1
    )
    select coalesce((select last_seq from transcript where session_id = $1), 0) as seq,
      (select count(*)::integer from told) as count`,
};

/** What was put into the order of the finals: everything from place `first` to place `last`. */
export interface AddedFinals {
  readonly rows: readonly FinalRecord[];
  readonly last: number;
}

/** Keeps what was said. Finals take their places under the lock of their session's transcript. */
export class TranscriptWriter {
  constructor(private readonly database: Database) {}

  /** Gives each final that is news the next place; `null` where the transcript is not kept any more. */
  async addFinals(sessionId: string, told: readonly Segment[]): Promise<AddedFinals | null> {
    return await this.database.transaction(async (em) => {
      const { lastSeq, kept } = await lock(em, sessionId);
      if (kept === false) return null;
      const news = await this.newOf(em, sessionId, told);
      const rows = news.map((segment, at) => new FinalRecord(segment, lastSeq + 1 + at));
      const last = lastSeq + rows.length;
      if (rows.length > 0) await this.insert(em, sessionId, rows);
      await em.execute(`delete from transcript_partial where session_id = ? and id in (?)`, [
        sessionId,
        told.map(({ id }) => id),
      ]);
      return { rows, last };
    });
  }

  /** Keeps the newest words that are not final; says how far the finals are, and whether any was news. */
  async tellPartials(
    sessionId: string,
    told: readonly Segment[],
    now: number,
  ): Promise<{ readonly seq: number; readonly isNews: boolean }> {
    const values = [sessionId, toJson(told), new Date(now).toISOString()];
    const rows = await this.database.run<{ seq: number; count: number }>(tellPartials, values);
    const [{ seq, count } = { seq: 0, count: 0 }] = rows;
    return { seq, isNews: count > 0 };
  }

  /** Keeps how the transcribing goes; says whether followers have to be told. */
  async report(sessionId: string, status: TranscriptStatus, now: number): Promise<void> {
    const { state, engine } = status;
    await this.database.fork().execute(
      `insert into transcript (session_id, state, engine, told_at) values (?, ?, ?, ?)
       on conflict (session_id) do update set state = excluded.state, engine = excluded.engine,
         told_at = excluded.told_at`,
      [sessionId, state, engine, new Date(now).toISOString()],
    );
  }

  /** Takes the words of now away that are not final: their rows stay, so that followers hear of it. */
  async hushPartials(sessionId: string, now: number): Promise<void> {
    await this.database.fork().execute(
      `update transcript_partial set text = '', revision = revision + 1, told_at = ?
       where session_id = ? and text <> ''`,
      [new Date(now).toISOString(), sessionId],
    );
  }

  /** Settles for an ended session whether its transcript stays; if not, nothing is left of it. */
  async settle(sessionId: string, isKept: boolean): Promise<void> {
    await this.database.transaction(async (em) => {
      const { kept } = await lock(em, sessionId);
      if (kept !== null) return;
      await em.execute(`update transcript set kept = ?, state = 'OFF' where session_id = ?`, [
        isKept,
        sessionId,
      ]);
      await em.execute(`delete from transcript_partial where session_id = ?`, [sessionId]);
      if (isKept) return;
      await em.execute(`delete from transcript_segment where session_id = ?`, [sessionId]);
    });
  }

  /** Sessions of which nobody has settled yet whether their transcript stays. */
  async unsettled(): Promise<readonly string[]> {
    const rows = await this.database
      .fork()
      .execute<{ id: string }[]>(`select session_id as id from transcript where kept is null`);
    return rows.map(({ id }) => id);
  }

  /** Removes words of which nothing became; says how many. */
  async forgetPartials(before: number): Promise<number> {
    const rows = await this.database
      .fork()
      .execute<object[]>(`delete from transcript_partial where told_at < ? returning id`, [
        new Date(before).toISOString(),
      ]);
    return rows.length;
  }

  private async newOf(
    em: EntityManager,
    sessionId: string,
    told: readonly Segment[],
  ): Promise<readonly Segment[]> {
    const latest = settled(told);
    const rows: { id: string; revision: number }[] = await em.execute(
      `select id, revision from transcript_segment where session_id = ? and id in (?)`,
      [sessionId, latest.map(({ id }) => id)],
    );
    const kept = new Map(rows.map(({ id, revision }) => [id, revision]));
    return latest.filter((segment) => {
      const revision = kept.get(segment.id);
      return revision === undefined || isNewer(segment, { ...segment, revision });
    });
  }

  private async insert(
    em: EntityManager,
    sessionId: string,
    rows: readonly FinalRecord[],
  ): Promise<void> {
    const places = rows.map(({ id, seq, text }) => ({ id, seq, folded_text: foldedText(text) }));
    await em.execute(
      `insert into transcript_segment (session_id, id, revision, seq, person_id, start_at, end_at,
           text, folded_text, language, engine)
         select ?::uuid, new.id, revision, seq, person_id, start_at, end_at, text, folded_text,
           language, engine
         from jsonb_to_recordset(?::jsonb) as new (id uuid, revision integer, person_id uuid,
           start_at timestamptz, end_at timestamptz, text text, language text, engine text)
         join jsonb_to_recordset(?::jsonb) as place (id uuid, seq integer, folded_text text)
           on place.id = new.id
       on conflict (session_id, id) do update set revision = excluded.revision,
         seq = excluded.seq, start_at = excluded.start_at, end_at = excluded.end_at,
         text = excluded.text, folded_text = excluded.folded_text,
         language = excluded.language, engine = excluded.engine`,
      [sessionId, toJson(rows), JSON.stringify(places)],
    );
    const last = rows.at(-1)?.seq ?? 0;
    await em.execute(`update transcript set last_seq = ? where session_id = ?`, [last, sessionId]);
  }
}

/** Waits for whoever writes to the same transcript; makes its row where there is none. */
async function lock(
  em: EntityManager,
  sessionId: string,
): Promise<{ readonly lastSeq: number; readonly kept: boolean | null }> {
  await em.execute(`insert into transcript (session_id) values (?) on conflict do nothing`, [
    sessionId,
  ]);
  const rows: { lastSeq: number; kept: boolean | null }[] = await em.execute(
    `select last_seq as "lastSeq", kept from transcript where session_id = ? for update`,
    [sessionId],
  );
  return rows[0] ?? { lastSeq: 0, kept: null };
}
