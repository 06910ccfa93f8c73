/** What came of a part's pieces: how many, and how many there are in all, where that is known. */
interface Pieces {
  readonly nextPiece: number;
  readonly pieces: number | null;
}

/** What is to be done with a piece: keep it, forget it because it is there, or wait for those before it. */
export type PieceVerdict = 'KEEP' | 'KNOWN' | 'GAP';

export function judgePiece({ nextPiece }: Pieces, seq: number): PieceVerdict {
  if (seq === nextPiece) return 'KEEP';
  return seq < nextPiece ? 'KNOWN' : 'GAP';
}

/** Whether pieces are still to come of a part that its browser has finished. */
export function isMissing({ nextPiece, pieces }: Pieces): boolean {
  return pieces !== null && nextPiece < pieces;
}

/** Whether all pieces have come. */
export function isWhole({ nextPiece, pieces }: Pieces): boolean {
  return pieces !== null && nextPiece >= pieces;
}

const mediaTypes = ['video/mp4', 'video/webm', 'audio/mp4', 'audio/webm'];

/** The media type without what is said of codecs; `null` where browsers record nothing of the kind. */
export function mediaTypeOf(given: string): string | null {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return mediaTypes.includes(type) ? type : null;
}
