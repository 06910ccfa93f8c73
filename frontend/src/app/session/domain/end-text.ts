export interface Ending {
  readonly outcome: 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW' | 'CANCELLED' | null;
  readonly endReason: string | null;
  readonly cancelReason: string | null;
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
  if (ending.outcome === 'CANCELLED') return cancelText(ending.cancelReason);
  if (ending.outcome === 'NO_SHOW') {
    return ending.isViewerMissing ? 'You did not come.' : `${ending.otherName} did not come.`;
  }
  return reasons[ending.endReason ?? ''] ?? 'The session is over.';
}

function cancelText(reason: string | null): string {
  return reason ? `It was cancelled: ${reason}` : 'It was cancelled.';
}
