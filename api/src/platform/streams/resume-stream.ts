import type { Hint } from './news.ts';
import { type LogRows, readBehind } from './read-behind.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

export interface Resumed<Row extends object> extends LogRows<Row> {
  readonly topic: Topic;
  readonly wakeUps: WakeUps;
  /** The last position that the client has; everything later is given. */
  readonly after: number;
  readonly signal: AbortSignal;
}

/**
 * Everything behind a position, once and in order: first what the table holds already, then what is
 * written from now on. It listens before it reads, so nothing falls between the two; and it reads
 * only where the news do not say everything themselves.
 */
export async function* resumeStream<Row extends object>(
  options: Resumed<Row>,
): AsyncGenerator<Row, void> {
  const { signal, wakeUps, topic } = options;
  const hints = wakeUps.listen(topic, signal)[Symbol.asyncIterator]();
  let place = options.after;
  let hint: Hint = null;
  try {
    while (!signal.aborted) {
      const { rows, position, isWhole } = await readBehind(place, hint, options);
      yield* rows;
      place = position;
      if (!isWhole) continue;
      const heard = await hints.next();
      if (heard.done) return;
      hint = heard.value;
    }
  } finally {
    await hints.return?.();
  }
}
