import type { Spoken } from './transcript-log';

/** So many lines are laid out together, or not at all while they are out of sight. */
export const chunkSize = 100;

/** The lines in portions. One in which nothing has changed is the same as before, and is not drawn again. */
export function chunksOf(
  lines: readonly Spoken[],
  before: readonly (readonly Spoken[])[],
): readonly (readonly Spoken[])[] {
  return Array.from({ length: Math.ceil(lines.length / chunkSize) }, (_, at) => {
    const chunk = lines.slice(at * chunkSize, (at + 1) * chunkSize);
    const known = before[at];
    return known && isSame(known, chunk) ? known : chunk;
  });
}

function isSame(one: readonly Spoken[], other: readonly Spoken[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
