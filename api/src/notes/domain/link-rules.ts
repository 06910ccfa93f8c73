/** How long after the end links may still be shared and taken back, in milliseconds. */
export const linksChangeableMs = 24 * 60 * 60 * 1000;

/** More than this many at a time nobody looks through. */
export const mostLinks = 100;

/** Whether the mentor may share links and take them back; `endedAt` is null until the end. */
export function areLinksOpen(endedAt: number | null, now: number): boolean {
  return endedAt === null || now < endedAt + linksChangeableMs;
}
