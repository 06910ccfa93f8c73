export interface Ending {
  readonly outcome: 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW' | 'CANCELLED' | null;
  readonly endReason: string | null;
  /** Who cancelled it: `you`, a name, or nobody who is named. */
  readonly canceller: string;
  readonly otherName: string;
  readonly isViewerMentor: boolean;
  readonly isViewerMissing: boolean;
  /** Neither of the two came. */
  readonly isNobodyThere: boolean;
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
  if (ending.outcome === 'NO_SHOW') return absenceText(ending);
  if (ending.endReason === 'ENDED_BY_MENTOR' && ending.isViewerMentor) {
    return 'You ended the session.';
  }
  return reasons[ending.endReason ?? ''] ?? 'The session is over.';
}

function absenceText({ isNobodyThere, isViewerMissing, otherName }: Ending): string {
  if (isNobodyThere) return 'Neither of you came.';
  return isViewerMissing ? 'You did not come.' : `${otherName} did not come.`;
}

function cancelText(canceller: string): string {
  return canceller ? `Cancelled by ${canceller}.` : 'It was cancelled.';
}
