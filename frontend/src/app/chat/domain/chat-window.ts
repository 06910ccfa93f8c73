import type { ChatLine } from './chat-lines';

/** So many lines are on the page at once; earlier ones come when the reader scrolls back to them. */
export const windowLines = 80;

/** What is there, and whether the reader is at its end. */
export interface Reading {
  readonly lines: readonly ChatLine[];
  readonly isAtEnd: boolean;
}

/** A window as it was, and what it was a window of. */
interface Before {
  readonly source: Reading;
  readonly value: number;
}

/**
 * The first line that is on the page: who reads the end has the newest lines, from what is new to
 * them at the latest; from who has scrolled back nothing is taken away.
 */
export function windowStart({ lines, isAtEnd }: Reading, before?: Before): number {
  const marked = lines.findIndex(({ kind }) => kind === 'new');
  const usual = Math.max(0, Math.min(lines.length - windowLines, marked < 0 ? Infinity : marked));
  if (isAtEnd || !before) return usual;
  const first = before.source.lines[before.value];
  const kept = first ? lines.findIndex(({ id }) => id === first.id) : -1;
  return kept < 0 ? usual : Math.min(kept, usual);
}

/** The start with one more portion of earlier lines. */
export function earlierStart(start: number): number {
  return Math.max(0, start - windowLines);
}
