import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
import type { Topic, WakeUps } from '../platform/streams/wake-ups.ts';
import { looksOf } from './domain/recording-status.ts';
import type { RecordingReader, SeenRecording } from './recording-reader.ts';

const prefix = 'recording:';
/** A hint that was lost is made good after this time. */
const beatMs = 5000;

/** Where the recording of a session is told of. */
export function topicOf(sessionId: string): Topic {
  return `${prefix}${sessionId}`;
}

/** A session's recording as it is, `null` where there is none, and again whenever it has changed. */
export class RecordingStream implements AsyncDisposable {
  private readonly rounds: Rounds;

  constructor(
    private readonly reader: RecordingReader,
    private readonly wakeUps: WakeUps,
    logger: Logger,
  ) {
    const fault = 'followed recordings not asked after';
    this.rounds = new Rounds({ everyMs: beatMs, logger, fault }, () => this.beat());
  }

  start(): void {
    this.rounds.start();
  }

  async *of(sessionId: string, signal: AbortSignal): AsyncGenerator<SeenRecording | null, void> {
    // It listens before it reads, so nothing falls between the two.
    const hints = this.wakeUps.listen(topicOf(sessionId), signal)[Symbol.asyncIterator]();
    let told: string | null = null;
    try {
      do {
        const seen = await this.reader.of(sessionId);
        const now = looks(seen);
        if (now !== told) yield seen;
        told = now;
      } while (!(await hints.next()).done);
    } finally {
      await hints.return?.();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }

  private beat(): Promise<void> {
    for (const topic of this.wakeUps.listenedTopics) {
      if (topic.startsWith(prefix)) this.wakeUps.remind(topic);
    }
    return Promise.resolve();
  }
}

function looks(seen: SeenRecording | null): string {
  if (!seen) return '';
  const { recording, wish } = seen;
  return [wish, recording.settledAt, ...recording.parts.map(looksOf)].join();
}
