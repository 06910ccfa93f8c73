import type { Segment } from '../domain/segment.ts';

/** A final segment with its place among the finals of its session. */
export class FinalRecord implements Segment {
  readonly id: string;
  readonly revision: number;
  readonly personId: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly text: string;
  readonly isFinal = true;
  readonly language: string | null;
  readonly engine: string;

  constructor(
    segment: Omit<Segment, 'isFinal'>,
    readonly seq: number,
  ) {
    this.id = segment.id;
    this.revision = segment.revision;
    this.personId = segment.personId;
    this.startAt = segment.startAt;
    this.endAt = segment.endAt;
    this.text = segment.text;
    this.language = segment.language;
    this.engine = segment.engine;
  }
}

/** A segment as the tables have it. */
export interface SegmentRow {
  readonly sessionId: string;
  readonly id: string;
  readonly revision: number;
  readonly personId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly text: string;
  readonly language: string | null;
  readonly engine: string;
}

export type FinalRow = SegmentRow & { readonly seq: number };

/** What is selected of a segment, from a table called `s`. */
export const segmentColumns = `s.session_id as "sessionId", s.id, s.revision,
  s.person_id as "personId", s.start_at as "startAt", s.end_at as "endAt", s.text, s.language,
  s.engine`;

export function toFinal(row: FinalRow): FinalRecord {
  return new FinalRecord({ ...row, ...timesOf(row) }, row.seq);
}

export function toPartial(row: SegmentRow): Segment {
  const { id, revision, personId, text, language, engine } = row;
  return { id, revision, personId, text, language, engine, ...timesOf(row), isFinal: false };
}

/** Segments as one value that the database unfolds again with `jsonb_to_recordset`. */
export function toJson(segments: readonly Segment[]): string {
  return JSON.stringify(
    segments.map(({ personId, startAt, endAt, ...rest }) => ({
      ...rest,
      person_id: personId,
      start_at: new Date(startAt).toISOString(),
      end_at: new Date(endAt).toISOString(),
    })),
  );
}

function timesOf({ startAt, endAt }: SegmentRow) {
  return { startAt: Date.parse(startAt), endAt: Date.parse(endAt) };
}
