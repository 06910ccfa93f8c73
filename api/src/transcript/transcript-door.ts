import type { Consents } from '../consent/consent.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { FactsReader } from '../sessions/sessions.ts';
import { TranscriptWriter } from './store/transcript-writer.ts';
import { WriteSegments } from './use-cases/write-segments.ts';

export type { Segment } from './domain/segment.ts';

export interface TranscriptDoorOptions {
  readonly database: Database;
  readonly facts: Pick<FactsReader, 'of'>;
  readonly consents: Pick<Consents, 'isRunning' | 'spans'>;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

/** The way in for words, for a program that transcribes and is not the api. */
export type TranscriptDoor = Pick<WriteSegments, 'run' | 'report'>;

export function openTranscriptDoor(options: TranscriptDoorOptions): TranscriptDoor {
  return new WriteSegments({ ...options, writer: new TranscriptWriter(options.database) });
}
