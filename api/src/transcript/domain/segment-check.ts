import type { Segment } from './segment.ts';

/** What a segment must fit to be taken. */
export interface SegmentLimits {
  readonly people: readonly string[];
  /** Set once, when both were there for the first time; before that nothing is transcribed. */
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly now: number;
}

export type SegmentFault =
  | 'BAD_ID'
  | 'BAD_REVISION'
  | 'BAD_TEXT'
  | 'BAD_TIMES'
  | 'BAD_LANGUAGE'
  | 'BAD_ENGINE'
  | 'STRANGER'
  | 'NOT_STARTED'
  | 'ENDED';

/** Longer than anybody speaks in one breath; engines cut by pauses. */
export const longestText = 4000;
const longestEngine = 60;
const longestSpeechMs = 10 * 60_000;
/** Speech that began before both were counted as there, and clocks that differ a little. */
const slackMs = 5000;
const greatestRevision = 2 ** 31 - 1;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The segment as it is kept, or why it is not taken. */
export function checkSegment(
  told: Segment,
  limits: SegmentLimits,
): { readonly segment: Segment } | { readonly fault: SegmentFault } {
  const segment = { ...told, id: told.id.toLowerCase(), text: tidied(told.text) };
  const fault = formFault(segment) ?? placeFault(segment, limits);
  return fault ? { fault } : { segment: { ...segment, language: canonical(segment.language) } };
}

/** One line without blanks around it and without what cannot be shown. */
function tidied(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

function formFault({ id, revision, text, language, engine }: Segment): SegmentFault | null {
  if (!uuid.test(id)) return 'BAD_ID';
  if (!isRevision(revision)) return 'BAD_REVISION';
  if (text.length > longestText) return 'BAD_TEXT';
  if (language !== null && canonical(language) === null) return 'BAD_LANGUAGE';
  return isName(engine) ? null : 'BAD_ENGINE';
}

function isRevision(revision: number): boolean {
  return Number.isInteger(revision) && revision >= 0 && revision <= greatestRevision;
}

function isName(engine: string): boolean {
  return engine.trim() !== '' && engine.length <= longestEngine && !/\p{Cc}/u.test(engine);
}

function placeFault({ personId, startAt, endAt }: Segment, limits: SegmentLimits) {
  const { people, actualStart, actualEnd, now } = limits;
  if (!people.includes(personId)) return 'STRANGER';
  if (actualStart === null) return 'NOT_STARTED';
  const isSpan = Number.isFinite(startAt) && endAt >= startAt && endAt - startAt <= longestSpeechMs;
  if (!isSpan || startAt < actualStart - slackMs || startAt > now + slackMs) return 'BAD_TIMES';
  // What was said before the end may be understood after it.
  return actualEnd !== null && startAt > actualEnd ? 'ENDED' : null;
}

function canonical(language: string | null): string | null {
  if (language === null || language.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}
