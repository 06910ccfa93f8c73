import type { Clock } from '../../platform/clock.ts';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import type { FactsReader } from '../../sessions/sessions.ts';
import { hear, isClosed, saying } from '../domain/part.ts';
import { isWhole, judgePiece } from '../domain/upload.ts';
import { pieceKeyOf, type PartRecord, type RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { uploadsUntil } from './uploads-until.ts';

export interface Piece {
  readonly recording: RecordingRecord;
  readonly part: PartRecord;
  readonly seq: number;
  /** How large it is said to be. */
  readonly length: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** What became of a piece: kept, now or before; one before it is missing; or why it is not taken. */
export type PieceAnswer = 'KEPT' | { readonly next: number } | 'OVER' | 'FULL' | 'TOO_LARGE';

export interface TakePieceOptions {
  readonly store: RecordingStore;
  readonly storage: Pick<BlobStorage, 'write'>;
  readonly facts: Pick<FactsReader, 'of'>;
  readonly clock: Clock;
  readonly mostSessionBytes: number;
  /** Is told of a part of which all has come. */
  readonly onWhole: (partId: string) => void;
}

/** So large a piece may be. */
const mostBytes = 8 * 1024 * 1024;

/** Keeps the next piece of what a browser records. Sent again, it changes nothing. */
export class TakePiece {
  constructor(private readonly options: TakePieceOptions) {}

  async run(piece: Piece): Promise<PieceAnswer> {
    const { store, storage, mostSessionBytes, onWhole } = this.options;
    const { recording, part, seq, length } = piece;
    const verdict = judgePiece(part, seq);
    if (verdict === 'KNOWN') return 'KEPT';
    if (await this.isLate(piece)) return 'OVER';
    if (verdict === 'GAP') return { next: part.nextPiece };
    if (length > mostBytes) return 'TOO_LARGE';
    if ((await store.bytesOf(recording.id)) + length > mostSessionBytes) return 'FULL';
    const counted = new Counted(piece.content);
    try {
      await storage.write(pieceKeyOf(part.id, seq), counted.pass());
    } catch (error) {
      if (error instanceof TooMany) return 'TOO_LARGE';
      throw error;
    }
    const now = await this.keep(piece, counted.bytes);
    if (now && isWhole(now)) onWhole(part.id);
    return 'KEPT';
  }

  private async keep({ recording, part, seq }: Piece, bytes: number): Promise<PartRecord | null> {
    const { store, clock } = this.options;
    return await store.change(recording.id, async (open) => {
      const now = open.part(part.id);
      // The same piece has come twice at the same time.
      if (now?.nextPiece !== seq || isClosed(now)) return now;
      await open.addPiece(part.id, seq, bytes);
      open.write(part.id, { ...hear(now, saying('RECORDING')), heardAt: clock.now() });
      return now;
    });
  }

  private async isLate({ recording, part, seq }: Piece): Promise<boolean> {
    if (isClosed(part) || (part.pieces !== null && seq >= part.pieces)) return true;
    const { facts, clock } = this.options;
    const session = recording.sessionId === null ? null : await facts.of(recording.sessionId);
    const until = session ? uploadsUntil(session) : 0;
    return until !== null && clock.now() >= until;
  }
}

class TooMany extends Error {
  override readonly name = 'TooMany';
}

/** Counts the bytes of a piece while they pass, and stops where there are too many. */
class Counted {
  bytes = 0;

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  async *pass(): AsyncGenerator<Uint8Array> {
    for await (const some of this.content) {
      this.bytes += some.byteLength;
      if (this.bytes > mostBytes) throw new TooMany();
      yield some;
    }
  }
}
