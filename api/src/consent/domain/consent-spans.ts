import { type ConsentState, type ConsentWord, evolveConsent, firstConsent } from './consent.ts';

/** A time in which both agreed; `to` is null while they do, and where they did until the end. */
export interface ConsentSpan {
  readonly from: number;
  readonly to: number | null;
}

/** When both agreed, by all that was said, in order. */
export function consentSpans(words: readonly ConsentWord[]): readonly ConsentSpan[] {
  const spans: ConsentSpan[] = [];
  let since: number | null = null;
  // Who asked first makes no difference to when both agreed.
  let state: ConsentState = firstConsent('ON_REQUEST');
  for (const word of words) {
    state = evolveConsent(state, word);
    const isRunning = state.status === 'RUNNING';
    if (since !== null && !isRunning) spans.push({ from: since, to: word.at });
    if (since === null || !isRunning) since = isRunning ? word.at : null;
  }
  return since === null ? spans : [...spans, { from: since, to: null }];
}

/** Whether all of a stretch of speech lies within one span; what is partly off the record is off it. */
export function isWithin(
  spans: readonly ConsentSpan[],
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): boolean {
  return spans.some(({ from, to }) => from <= startAt && (to === null || endAt <= to));
}
