import { NextHint } from './next-hint.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

export interface Resumed<Row> {
  readonly topic: Topic;
  readonly wakeUps: WakeUps;
  /** The last position that the client has; everything later is given. */
  readonly after: number;
  /** Reads at most `limit` rows behind a position, in order. */
  readonly readAfter: (after: number, limit: number) => Promise<readonly Row[]>;
  readonly positionOf: (row: Row) => number;
  readonly signal: AbortSignal;
  readonly pageSize?: number;
  /** How often the table is read again without a hint, so that a lost one costs only time. */
  readonly recheckMs?: number;
}

/**
 * Everything behind a position, once and in order: first what the table holds already, then what is
 * written from now on. It listens before it reads, so nothing falls between the two.
 */
export async function* resumeStream<Row>(options: Resumed<Row>): AsyncGenerator<Row, void> {
  const { signal, readAfter, positionOf, pageSize = 200, recheckMs = 5000 } = options;
  const hint = new NextHint(options.wakeUps.listen(options.topic, signal), recheckMs, signal);
  let position = options.after;
  try {
    while (!signal.aborted) {
      const rows = await readAfter(position, pageSize);
      for (const row of rows) {
        if (isOver(signal)) return;
        if (positionOf(row) <= position) continue;
        position = positionOf(row);
        yield row;
      }
      if (rows.length < pageSize && !(await hint.orTimeout())) return;
    }
  } finally {
    await hint.stop();
  }
}

/** Asked anew after every row, which may have been taken long after it was read. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
