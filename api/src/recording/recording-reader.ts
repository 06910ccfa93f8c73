import type { Consents } from '../consent/consent.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import type { Wish } from './domain/recording-status.ts';
import type { RecordingRecord } from './recording-record.ts';
import type { RecordingStore } from './store/recording-store.ts';

/** A recording, and what the two want of it now. */
export interface SeenRecording {
  readonly recording: RecordingRecord;
  readonly wish: Wish;
}

/** Reads recordings as people see them. */
export class RecordingReader {
  private readonly recordings: BatchLoader<string, RecordingRecord>;

  constructor(
    store: RecordingStore,
    private readonly consents: Pick<Consents, 'isRunning' | 'isPaused'>,
  ) {
    this.recordings = new BatchLoader((sessionIds) => store.ofSessions(sessionIds));
  }

  /** `null` where there is none. */
  async of(sessionId: string): Promise<SeenRecording | null> {
    const { consents } = this;
    const [recording, isRunning, isPaused] = await Promise.all([
      this.recordings.load(sessionId),
      consents.isRunning(sessionId, 'RECORDING'),
      consents.isPaused(sessionId, 'RECORDING'),
    ]);
    return recording && { recording, wish: isRunning ? 'RUN' : isPaused ? 'REST' : 'NOTHING' };
  }
}
