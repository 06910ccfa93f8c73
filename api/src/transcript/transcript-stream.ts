import { BatchLoader } from '../platform/batch-loader.ts';
import type { Clock } from '../platform/clock.ts';
import { readBehind } from '../platform/streams/read-behind.ts';
import type { Hint } from '../platform/streams/news.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Segment } from './domain/segment.ts';
import { statusAt, type TranscriptStatus } from './domain/transcript-status.ts';
import type { TranscriptReader, TranscriptStand } from './store/transcript-reader.ts';
import { FinalRecord } from './store/transcript-row.ts';

/** A segment, and the place among the finals at which to go on behind it. */
export interface ToldSegment {
  readonly segment: Segment;
  readonly seq: number;
}

export interface TranscriptStreamOptions {
  readonly reader: TranscriptReader;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

/**
 * What is said, as it is said. Finals come once and in their order, from the table where the news do
 * not have them. Of the words that are not final only the newest are told: they are read when a
 * follower is ready for more, so whoever is slow misses some of them and no final.
 */
export class TranscriptStream {
  private readonly partials = new BatchLoader<string, readonly Segment[]>((ids) =>
    this.options.reader.partials(ids, this.options.clock.now()),
  );
  private readonly stands = new BatchLoader<string, TranscriptStand>((ids) =>
    this.options.reader.stands(ids),
  );

  constructor(private readonly options: TranscriptStreamOptions) {}

  async *segments(
    sessionId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<ToldSegment, void> {
    const { reader } = this.options;
    let place = after;
    let shown: ReadonlyMap<string, number> = new Map();
    for await (const hint of this.hints(sessionId, signal)) {
      for (let isWhole = false; !isWhole && !signal.aborted;) {
        const read = await readBehind(place, hint, {
          readAfter: (position, limit) => reader.after(sessionId, position, limit),
          positionOf: (row: FinalRecord) => row.seq,
          isRow: (row) => row instanceof FinalRecord,
        });
        for (const row of read.rows) yield { segment: row, seq: row.seq };
        place = read.position;
        isWhole = read.isWhole;
      }
      const partials = (await this.partials.load(sessionId)) ?? [];
      for (const segment of partials) {
        if (shown.get(segment.id) !== segment.revision) yield { segment, seq: place };
      }
      shown = new Map(partials.map(({ id, revision }) => [id, revision]));
    }
  }

  /** Whether it runs: at once, and whenever that changes. */
  async *statuses(sessionId: string, signal: AbortSignal): AsyncGenerator<TranscriptStatus, void> {
    let last: TranscriptStatus | null = null;
    for await (const _hint of this.hints(sessionId, signal)) {
      const status = await this.status(sessionId);
      if (last?.state === status.state && last.engine === status.engine) continue;
      last = status;
      yield status;
    }
  }

  async status(sessionId: string): Promise<TranscriptStatus> {
    const stand = await this.stands.load(sessionId);
    return statusAt(stand?.report ?? null, this.options.clock.now());
  }

  /** One at once, for what is there already, and then one for each time that there is news. */
  private async *hints(sessionId: string, signal: AbortSignal): AsyncGenerator<Hint, void> {
    const news = this.options.wakeUps.listen(`transcript:${sessionId}`, signal);
    const hints = news[Symbol.asyncIterator]();
    try {
      yield null;
      for (;;) {
        const heard = await hints.next();
        if (heard.done) return;
        yield heard.value;
      }
    } finally {
      await hints.return?.();
    }
  }
}
