import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import { statusAt } from './domain/transcript-status.ts';
import type { TranscriptReader, TranscriptStand } from './store/transcript-reader.ts';

export interface TranscriptPulseOptions {
  readonly reader: TranscriptReader;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly logger: Logger;
}

const beatMs = 2000;
const prefix = 'transcript:';

/**
 * Makes good for lost hints, and notices when whoever transcribes has fallen silent: one question for
 * all transcripts that are followed in this process.
 */
export class TranscriptPulse implements AsyncDisposable {
  private readonly rounds: Rounds;
  private seen: ReadonlyMap<string, string> = new Map();

  constructor(private readonly options: TranscriptPulseOptions) {
    const { logger } = options;
    this.rounds = new Rounds(
      { everyMs: beatMs, logger, fault: 'followed transcripts not asked after' },
      () => this.beat(),
    );
  }

  start(): void {
    this.rounds.start();
  }

  /** Asks once. */
  async beat(): Promise<void> {
    const { reader, wakeUps } = this.options;
    const sessionIds = wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith(prefix) ? [topic.slice(prefix.length)] : [],
    );
    if (sessionIds.length === 0) return;
    const stands = await reader.stands(sessionIds);
    const seen = new Map([...stands].map(([id, stand]) => [id, this.keyOf(stand)] as const));
    for (const [id, key] of seen) {
      const { lastSeq: last = 0 } = stands.get(id) ?? {};
      if (this.seen.get(id) !== key) wakeUps.remind(`transcript:${id}`, { last });
    }
    this.seen = seen;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }

  private keyOf({ lastSeq, report, partialAt }: TranscriptStand): string {
    const { state, engine } = statusAt(report, this.options.clock.now());
    return JSON.stringify([lastSeq, state, engine, partialAt]);
  }
}
