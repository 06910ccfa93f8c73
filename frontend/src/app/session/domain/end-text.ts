export interface Ending {
  readonly outcome: 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW' | 'CANCELLED' | null;
  readonly endReason: string | null;
  /** Who cancelled it: `you`, a name, or nobody who is named. */
  readonly canceller: string;
  readonly otherName: string;
  readonly isViewerMissing: boolean;
}

const reasons: Readonly<Record<string, string>> = {
  TIME_UP: 'The planned time is up.',
  ENDED_BY_MENTOR: 'The mentor ended the session.',
  AGREED: 'You both agreed to finish.',
  BOTH_GONE: 'Both of you had left the room.',
  NEVER_MET: 'You were never in the room together.',
};

/** Why a session is over, in one sentence. */
export function endText(ending: Ending): string {
  if (ending.outcome === 'CANCELLED') return cancelText(ending.canceller);
  if (ending.outcome === 'NO_SHOW') {
    return ending.isViewerMissing ? 'You did not come.' : `${ending.otherName} did not come.`;
  }
  return reasons[ending.endReason ?? ''] ?? 'The session is over.';
}

function cancelText(canceller: string): string {
  return canceller ? `Cancelled by ${canceller}.` : 'It was cancelled.';
}
