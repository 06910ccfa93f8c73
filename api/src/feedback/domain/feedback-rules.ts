/** How long after it was given feedback may be changed, in milliseconds. */
export const feedbackEditableMs = 24 * 60 * 60 * 1000;

const maxCommentLength = 2000;

export type CheckedFeedback =
  { readonly rating: number; readonly comment: string } | { readonly fault: 'RATING' | 'COMMENT' };

/** Feedback is one to five whole stars and, if wanted, a comment. */
export function checkFeedback(rating: number, comment: string): CheckedFeedback {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return { fault: 'RATING' };
  const text = comment.trim().normalize('NFC');
  if (
    Array.from(text).length > maxCommentLength ||
    !text.isWellFormed() ||
    text.includes('\u0000')
  ) {
    return { fault: 'COMMENT' };
  }
  return { rating, comment: text };
}

export function editableUntil(givenAt: number): number {
  return givenAt + feedbackEditableMs;
}

/** Whether feedback that was given at `givenAt` may still be changed. */
export function isEditable(givenAt: number, now: number): boolean {
  return now < editableUntil(givenAt);
}
