import type { Segment } from './segment.ts';

/** What a segment must fit to be taken. */
export interface SegmentLimits {
  readonly people: readonly string[];
  /** Set once, when both were there for the first time; before that nothing is transcribed. */
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly now: number;
  /** Whether both agreed, all the time, that it is written down. */
  readonly isAgreed: (speech: Pick<Segment, 'startAt' | 'endAt'>) => boolean;
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
  | 'NOT_AGREED'
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

function placeFault(segment: Segment, limits: SegmentLimits): SegmentFault | null {
  const { personId, startAt, endAt } = segment;
  const { people, actualStart, now } = limits;
  if (!people.includes(personId)) return 'STRANGER';
  if (actualStart === null) return 'NOT_STARTED';
  const isSpan = Number.isFinite(startAt) && endAt >= startAt && endAt - startAt <= longestSpeechMs;
  if (!isSpan || startAt < actualStart - slackMs || startAt > now + slackMs) return 'BAD_TIMES';
  return rightFault(segment, limits);
}

function rightFault(segment: Segment, { actualEnd, isAgreed }: SegmentLimits): SegmentFault | null {
  // What was said before the end may be understood after it.
  if (actualEnd !== null && segment.startAt > actualEnd) return 'ENDED';
  // What takes words away is taken always.
  return segment.text === '' || isAgreed(segment) ? null : 'NOT_AGREED';
}

function canonical(language: string | null): string | null {
  if (language === null || language.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}
