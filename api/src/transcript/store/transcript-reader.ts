import type { Database, Prepared } from '../../platform/database/database.ts';
import { foldedText } from '../domain/folded-text.ts';
import type { Segment } from '../domain/segment.ts';
import type { TranscriptReport, TranscriptState } from '../domain/transcript-status.ts';
import {
  type FinalRecord,
  type FinalRow,
  segmentColumns,
  type SegmentRow,
  toFinal,
  toPartial,
} from './transcript-row.ts';

/** Words that nobody has told anything new of for so long are not coming to anything. */
const partialLifeMs = 30_000;
const mostPartials = 20;

const finalsAfter: Prepared = {
  name: 'transcript-after',
  sql: `select ${segmentColumns}, s.seq from transcript_segment s
    where s.session_id = $1 and s.seq > $2 order by s.seq limit $3`,
};

const partialsOf: Prepared = {
  name: 'transcript-partials-of',
  sql: `select ${segmentColumns} from transcript_partial s
    where s.session_id = any($1::uuid[]) and s.told_at > $2
      and not exists (select 1 from transcript_segment f
        where f.session_id = s.session_id and f.id = s.id)
    order by s.start_at, s.id`,
};

const standsOf: Prepared = {
  name: 'transcript-stands',
  sql: `select t.session_id as "sessionId", t.last_seq as "lastSeq", t.kept, t.state, t.engine,
      t.told_at as "toldAt",
      (select max(p.told_at) from transcript_partial p
        where p.session_id = t.session_id) as "partialAt"
    from transcript t where t.session_id = any($1::uuid[])`,
};

interface StandRow {
  readonly sessionId: string;
  readonly lastSeq: number;
  readonly kept: boolean | null;
  readonly state: TranscriptState;
  readonly engine: string | null;
  readonly toldAt: string | null;
  readonly partialAt: string | null;
}

/** How far a transcript is. */
export interface TranscriptStand {
  readonly lastSeq: number;
  /** `null` until its session has ended and that was settled. */
  readonly kept: boolean | null;
  readonly report: TranscriptReport | null;
  /** When words that are not final were last told. */
  readonly partialAt: number | null;
}

/** A place in the order of speaking. */
export interface SpokenPlace {
  readonly startAt: number;
  readonly seq: number;
}

/** Reads what was said. */
export class TranscriptReader {
  constructor(private readonly database: Database) {}

  /** At most `first` finals behind a place, in order. */
  async after(sessionId: string, seq: number, first: number): Promise<readonly FinalRecord[]> {
    const rows = await this.database.run<FinalRow>(finalsAfter, [sessionId, seq, first]);
    return rows.map(toFinal);
  }

  /** As `after`, of those with these words in them; accents and capitals make no difference. */
  async matching(
    sessionId: string,
    { seq, first, search }: { seq: number; first: number; search: string },
  ): Promise<readonly FinalRecord[]> {
    // No line holds what PostgreSQL cannot keep, and asking it for that fails.
    if (search.includes('\0')) return [];
    const rows = await this.database.fork().execute<FinalRow[]>(
      `select ${segmentColumns}, s.seq from transcript_segment s
       where s.session_id = ? and s.seq > ? and strpos(s.folded_text, ?) > 0
       order by s.seq limit ?`,
      [sessionId, seq, foldedText(search), first],
    );
    return rows.map(toFinal);
  }

  /** At most `first` finals behind a place, in the order in which they were spoken. */
  async spokenAfter(
    sessionId: string,
    after: SpokenPlace | null,
    first: number,
  ): Promise<readonly FinalRecord[]> {
    const { startAt, seq } = after ?? { startAt: 0, seq: 0 };
    const rows = await this.database.fork().execute<FinalRow[]>(
      `select ${segmentColumns}, s.seq from transcript_segment s
       where s.session_id = ? and (s.start_at, s.seq) > (?::timestamptz, ?)
       order by s.start_at, s.seq limit ?`,
      [sessionId, new Date(startAt).toISOString(), seq, first],
    );
    return rows.map(toFinal);
  }

  /** The words of now that are not final, of each session. */
  async partials(
    sessionIds: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, readonly Segment[]>> {
    const since = new Date(now - partialLifeMs).toISOString();
    const rows = await this.database.run<SegmentRow>(partialsOf, [[...sessionIds], since]);
    const bySession = Map.groupBy(rows, (row) => row.sessionId);
    return new Map(
      [...bySession].map(([id, some]) => [id, some.slice(-mostPartials).map(toPartial)] as const),
    );
  }

  async stands(sessionIds: readonly string[]): Promise<ReadonlyMap<string, TranscriptStand>> {
    const rows = await this.database.run<StandRow>(standsOf, [[...sessionIds]]);
    return new Map(rows.map((row) => [row.sessionId, standOf(row)]));
  }
}

function standOf({ lastSeq, kept, state, engine, toldAt, partialAt }: StandRow): TranscriptStand {
  const report = toldAt === null ? null : { state, engine, toldAt: Date.parse(toldAt) };
  return { lastSeq, kept, report, partialAt: partialAt === null ? null : Date.parse(partialAt) };
}
