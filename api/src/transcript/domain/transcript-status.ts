/** Whether what is said is being written down. */
export type TranscriptState = 'OFF' | 'RUNNING' | 'DELAYED';

export interface TranscriptStatus {
  readonly state: TranscriptState;
  /** What understands the words, by the name that people are shown; `null` while nothing does. */
  readonly engine: string | null;
}

/** What whoever transcribes last told of themselves. */
export interface TranscriptReport extends TranscriptStatus {
  readonly toldAt: number;
}

/** Whoever transcribes tells how it goes at least every 10 s; after so long a silence they are gone. */
export const silenceMs = 20_000;

export function statusAt(report: TranscriptReport | null, now: number): TranscriptStatus {
  const isHeard = report !== null && now - report.toldAt < silenceMs;
  if (!isHeard || report.state === 'OFF') return { state: 'OFF', engine: null };
  return { state: report.state, engine: report.engine };
}
