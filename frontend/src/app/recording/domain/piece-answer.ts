/** What the server said to a piece, as far as it matters. */
export interface PieceReply {
  readonly status: number;
  /** Which piece it wants next, where it says so. */
  readonly next: number | null;
  /** How long it asks to wait, where it does. */
  readonly retryAfterMs: number | null;
}

/** What follows from it for the piece that was sent. */
export type PieceFate =
  | { readonly kind: 'taken' }
  /** It wants another one first, or has this one already. */
  | { readonly kind: 'other'; readonly next: number }
  /** Later the same may work; null: whenever it is tried next. */
  | { readonly kind: 'later'; readonly waitMs: number | null }
  /** The server takes no more of this part. */
  | { readonly kind: 'refused' };

/** What becomes of a piece by what the server said to it; null: it said nothing. */
export function fateOf(reply: PieceReply | null): PieceFate {
  if (!reply) return { kind: 'later', waitMs: null };
  const { status, next, retryAfterMs } = reply;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 409 && next !== null) return { kind: 'other', next };
  const isPassing = status >= 500 || status === 429 || status === 408 || status === 401;
  return isPassing ? { kind: 'later', waitMs: retryAfterMs } : { kind: 'refused' };
}
