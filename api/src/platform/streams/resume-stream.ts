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
  const hints = options.wakeUps.listen(options.topic, signal)[Symbol.asyncIterator]();
  const hint = new NextHint(hints, recheckMs, signal);
  let position = options.after;
  try {
    while (!signal.aborted) {
      const rows = await readAfter(position, pageSize);
      for (const row of rows) {
        if (signal.aborted) return;
        if (positionOf(row) <= position) continue;
        position = positionOf(row);
        yield row;
      }
      if (rows.length < pageSize && !(await hint.orTimeout())) return;
    }
  } finally {
    await hints.return?.();
  }
}

/** Waits for a hint or for the time after which one looks anyway, without leaving a timer behind. */
class NextHint {
  private pending: Promise<IteratorResult<void>> | null = null;

  constructor(
    private readonly hints: AsyncIterator<void>,
    private readonly recheckMs: number,
    private readonly signal: AbortSignal,
  ) {}

  /** False when there is nothing to wait for any more. */
  async orTimeout(): Promise<boolean> {
    const pending = (this.pending ??= this.hints.next());
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => {
      resolve(null);
    }, this.recheckMs);
    try {
      const result = await Promise.race([pending, late]);
      if (result === null) return !this.signal.aborted;
      this.pending = null;
      return result.done !== true;
    } finally {
      clearTimeout(timer);
    }
  }
}
