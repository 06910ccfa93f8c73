import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { type BlobStorage, StorageFailure } from '../../platform/storage/blob-storage.ts';
import { isUncut } from '../domain/hear-recorder.ts';
import { hear, isClosed, type Observation, saying } from '../domain/part.ts';
import { type PartRecord, pieceKeyOf, type RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { cutFile } from './cut-file.ts';
import { joinPieces } from './join-pieces.ts';
import { PieceLost } from './piece-source.ts';
import { NotPlayable, type Rewritten } from './rewrite-file.ts';

export interface MakeFileOptions {
  readonly store: RecordingStore;
  readonly storage: BlobStorage;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Whoever is at it and does not say so for so long has died of it. */
const busyMs = 3 * 60_000;
const holdOnMs = 60_000;
/** How often it is tried, by what went wrong; a storage that is full or away is waited for. */
const mostTries = { ofLost: 5, ofOthers: 40 };
const firstPauseMs = 10_000;
const longestPauseMs = 15 * 60_000;

/** Makes the file of a part of what has come: of pieces, or of what a recorder made. One at a time does it for each part. */
export class MakeFile {
  constructor(private readonly options: MakeFileOptions) {}

  /** Says whether it is known now what becomes of it. */
  async run(partId: string): Promise<boolean> {
    const { store, logger } = this.options;
    const found = await store.ofPart(partId);
    const part = found && (await this.claim(found.recording, partId));
    if (!part) return false;
    const { recording } = found;
    const holding = this.holdOn(recording, partId);
    try {
      const { bytes, lengthMs } = await this.make(recording, part);
      const endedAt = (part.startedAt ?? part.requestedAt) + lengthMs;
      await this.tell(recording, partId, saying('DONE', { endedAt, bytes }));
    } catch (error) {
      logger.warn({ err: error, partId, sessionId: recording.sessionId }, 'no file was made yet');
      const reason = whyHopeless(error, part.attempts);
      if (reason === null) await this.pause(recording, part);
      else await this.tell(recording, partId, saying('FAILED', { reason }));
      return reason !== null;
    } finally {
      clearInterval(holding);
    }
    if (recording.via === 'BROWSER') await this.forgetPieces(part);
    return true;
  }

  private async make({ via }: RecordingRecord, part: PartRecord): Promise<Rewritten> {
    const { store, storage } = this.options;
    if (via === 'EGRESS') return await cutFile(storage, part);
    const { id: partId, mediaType } = part;
    const sizes = await store.piecesOf(partId);
    return await joinPieces(storage, { partId, mediaType, sizes, cutMs: lengthUntilStop(part) });
  }

  /** Whatever comes from now on is too late. */
  private async claim(recording: RecordingRecord, partId: string): Promise<PartRecord | null> {
    const { store, clock } = this.options;
    return await store.change(recording.id, (open) => {
      const part = open.part(partId);
      const now = clock.now();
      if (!part || isClosed(part) || (open.via === 'EGRESS' && !isUncut(part))) return null;
      if (part.busyUntil !== null && part.busyUntil > now) return null;
      open.write(partId, {
        ...hear(part, saying('FINISHING')),
        ...{ busyUntil: now + busyMs, attempts: part.attempts + 1, pieces: part.nextPiece },
      });
      return part;
    });
  }

  /** Keeps others away for as long as this goes on. */
  private holdOn({ id }: RecordingRecord, partId: string): NodeJS.Timeout {
    const { store, clock, logger } = this.options;
    return setInterval(() => {
      const held = store.change(id, (open) => {
        if (open.part(partId)) open.write(partId, { busyUntil: clock.now() + busyMs });
      });
      held.catch((error: unknown) => {
        logger.warn({ err: error, partId }, 'the making of a file is not held on to');
      });
    }, holdOnMs);
  }

  /** It is tried again, each time a little later. */
  private async pause(
    { id }: RecordingRecord,
    { id: partId, attempts }: PartRecord,
  ): Promise<void> {
    const { store, clock } = this.options;
    const busyUntil = clock.now() + Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);
    await store.change(id, (open) => {
      if (open.part(partId)) open.write(partId, { busyUntil });
    });
  }

  private async tell({ id }: RecordingRecord, partId: string, said: Observation): Promise<void> {
    const { store, clock } = this.options;
    await store.change(id, (open) => {
      const part = open.part(partId);
      if (!part) return;
      const { endedAt, bytes } = said.state === 'DONE' ? said : part;
      open.write(partId, {
        ...hear(part, said),
        ...{ endedAt, bytes, heardAt: clock.now(), busyUntil: null },
      });
    });
  }

  /** The notes of them go last, so that what cannot be deleted now is found again. */
  private async forgetPieces({ id, nextPiece }: PartRecord): Promise<void> {
    const { store, storage } = this.options;
    for (let seq = 0; seq <= nextPiece; seq += 1) await storage.delete(pieceKeyOf(id, seq));
    await store.forgetPieces(id);
  }
}

/** Why it is not tried again; `null` where it is. */
function whyHopeless(error: unknown, attempts: number): string | null {
  if (error instanceof NotPlayable) return 'What was recorded cannot be played.';
  if (error instanceof StorageFailure) return null;
  const most = error instanceof PieceLost ? mostTries.ofLost : mostTries.ofOthers;
  return attempts < most ? null : 'No file could be made of what was recorded.';
}

/** How much of it was before it was to stop; `null`: all of it. */
function lengthUntilStop({ startedAt, stopAt }: PartRecord): number | null {
  return startedAt === null || stopAt === null ? null : stopAt - startedAt;
}
