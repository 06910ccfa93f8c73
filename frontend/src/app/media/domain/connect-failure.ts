/** What each side had to connect with. */
export interface Ways {
  /** Whether the server named an address of the kind that was tried. */
  readonly isOffered: boolean;
  /** Whether this browser found one of its own. */
  readonly isOwn: boolean;
}

export type ConnectFailure = 'not-offered' | 'not-here' | 'no-answer' | 'failed';

/** Why nothing connected: there was nothing to try, it was too slow, or it was refused. */
export function failureOf({ isOffered, isOwn }: Ways, isTimedOut: boolean): ConnectFailure {
  if (!isOffered) return 'not-offered';
  if (!isOwn) return 'not-here';
  return isTimedOut ? 'no-answer' : 'failed';
}
