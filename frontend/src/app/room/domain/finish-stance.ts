/**
 * How finishing early stands for the viewer: nobody wants it, the viewer has asked and waits for an
 * answer, or the other asks.
 */
export type FinishStance = 'open' | 'asked' | 'answer';

export function finishStance(agreedBy: readonly string[], selfId: string): FinishStance {
  if (agreedBy.includes(selfId)) return 'asked';
  return agreedBy.length > 0 ? 'answer' : 'open';
}
