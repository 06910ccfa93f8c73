import { buffer } from 'node:stream/consumers';
import { CustomSource } from 'mediabunny';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { pieceKeyOf } from '../recording-record.ts';

/** A piece that was noted is not in the storage, or not as it was noted. */
export class PieceLost extends Error {
  override readonly name = 'PieceLost';
}

interface Place {
  readonly seq: number;
  readonly start: number;
  readonly end: number;
}

/** So many pieces stay at hand: what is read next is most often in the one that was read last. */
const keptPieces = 3;

/** The pieces of a part as one file, of which a little is in memory at a time. */
export function pieceSource(
  storage: Pick<BlobStorage, 'read'>,
  partId: string,
  sizes: readonly number[],
): CustomSource {
  const places: Place[] = [];
  let size = 0;
  sizes.forEach((bytes, seq) => {
    places.push({ seq, start: size, end: size + bytes });
    size += bytes;
  });
  const pieces = new Map<number, Promise<Uint8Array>>();
  const load = (seq: number): Promise<Uint8Array> => {
    const piece = pieces.get(seq) ?? readPiece(storage, partId, { seq, bytes: sizes[seq] ?? 0 });
    // The one that was asked for last is thrown out last.
    pieces.delete(seq);
    pieces.set(seq, piece);
    for (const oldest of pieces.keys()) if (pieces.size > keptPieces) pieces.delete(oldest);
    return piece;
  };
  return new CustomSource({
    getSize: () => size,
    async read(start, end) {
      const wanted = places.filter((place) => place.start < end && place.end > start);
      const read: Uint8Array[] = [];
      for (const place of wanted) {
        const from = Math.max(start, place.start) - place.start;
        const piece = await load(place.seq);
        read.push(piece.subarray(from, Math.min(end, place.end) - place.start));
      }
      return Buffer.concat(read);
    },
  });
}

async function readPiece(
  storage: Pick<BlobStorage, 'read'>,
  partId: string,
  { seq, bytes }: { readonly seq: number; readonly bytes: number },
): Promise<Uint8Array> {
  const content = await storage.read(pieceKeyOf(partId, seq));
  if (!content) throw new PieceLost();
  const piece = await buffer(content);
  if (piece.length !== bytes) throw new PieceLost();
  return piece;
}
