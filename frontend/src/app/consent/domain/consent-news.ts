import type { Consent, ConsentView } from './consent-view';

/** What is said of a change, for those who look elsewhere; empty where there is nothing to say. */
export function consentNews(before: ConsentView, after: ConsentView): string {
  for (const now of after.consents) {
    const then = before.consents.find(({ kind }) => kind === now.kind);
    const text = then && then.status !== now.status ? wordsFor(then, now, after) : '';
    if (text !== '') return text;
  }
  return '';
}

function wordsFor(then: Consent, now: Consent, { selfId, otherName }: ConsentView): string {
  const noun = now.kind === 'TRANSCRIPT' ? 'transcript' : 'recording';
  const isOwn = now.by === selfId;
  switch (now.status) {
    case 'RUNNING':
      return then.status === 'PAUSED' ? 'Back on the record' : `You both agreed to the ${noun}`;
    case 'PAUSED':
      return now.pausedBy.includes(selfId)
        ? 'You are off the record'
        : `${otherName} went off the record`;
    case 'DECLINED':
      return isOwn ? '' : `${otherName} did not agree to the ${noun}`;
    case 'WITHDRAWN':
      return isOwn ? `You stopped the ${noun}` : `${otherName} stopped the ${noun}`;
    default:
      return '';
  }
}
