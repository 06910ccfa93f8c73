import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { type BlobStorage, StorageFailure } from '../../platform/storage/blob-storage.ts';
import { hear, isClosed, type Observation, saying } from '../domain/part.ts';
import { type PartRecord, pieceKeyOf, type RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { joinPieces, NotPlayable } from './join-pieces.ts';

export interface MakeFileOptions {
  readonly store: RecordingStore;
  readonly storage: BlobStorage;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Whoever is at it for so long has died of it. */
const busyMs = 3 * 60_000;
const mostAttempts = 5;

/** Makes the file of a part of the pieces that have come. One at a time does it for each part. */
export class MakeFile {
  constructor(private readonly options: MakeFileOptions) {}

  async run(partId: string): Promise<void> {
    const { store, storage, logger } = this.options;
    const found = await store.ofPart(partId);
    const part = found && (await this.claim(found.recording, partId));
    if (!part) return;
    const { recording } = found;
    try {
      const sizes = await store.piecesOf(partId);
      const { bytes, lengthMs } = await joinPieces(storage, {
        ...{ partId, mediaType: part.mediaType, sizes },
        cutMs: lengthUntilStop(part),
      });
      const endedAt = (part.startedAt ?? part.requestedAt) + lengthMs;
      await this.tell(recording, partId, saying('DONE', { endedAt, bytes }));
    } catch (error) {
      logger.warn({ err: error, partId, sessionId: recording.sessionId }, 'no file was made yet');
      const reason = whyHopeless(error, part.attempts);
      await this.tell(recording, partId, reason === null ? null : saying('FAILED', { reason }));
      return;
    }
    await this.forgetPieces(part);
  }

  /** Whatever comes from now on is too late. */
  private async claim(recording: RecordingRecord, partId: string): Promise<PartRecord | null> {
    const { store, clock } = this.options;
    return await store.change(recording.id, (open) => {
      const part = open.part(partId);
      const now = clock.now();
      if (!part || isClosed(part)) return null;
      if (part.busyUntil !== null && part.busyUntil > now) return null;
      open.write(partId, {
        ...hear(part, saying('FINISHING')),
        ...{ busyUntil: now + busyMs, attempts: part.attempts + 1, pieces: part.nextPiece },
      });
      return part;
    });
  }

  private async tell(
    { id }: RecordingRecord,
    partId: string,
    said: Observation | null,
  ): Promise<void> {
    const { store, clock } = this.options;
    await store.change(id, (open) => {
      const part = open.part(partId);
      if (!part) return;
      const heard = said ? { ...hear(part, said), heardAt: clock.now() } : {};
      open.write(partId, { ...heard, busyUntil: null });
    });
  }

  /** The notes of them go last, so that what cannot be deleted now is found again. */
  private async forgetPieces({ id, nextPiece }: PartRecord): Promise<void> {
    const { store, storage } = this.options;
    for (let seq = 0; seq <= nextPiece; seq += 1) await storage.delete(pieceKeyOf(id, seq));
    await store.forgetPieces(id);
  }
}

/** Why it is not tried again; `null` where it is. A storage that is full or away is waited for. */
function whyHopeless(error: unknown, attempts: number): string | null {
  if (error instanceof NotPlayable) return 'What was recorded cannot be played.';
  if (error instanceof StorageFailure || attempts < mostAttempts) return null;
  return 'No file could be made of what was recorded.';
}

/** How much of it was before it was to stop; `null`: all of it. */
function lengthUntilStop({ startedAt, stopAt }: PartRecord): number | null {
  return startedAt === null || stopAt === null ? null : stopAt - startedAt;
}
