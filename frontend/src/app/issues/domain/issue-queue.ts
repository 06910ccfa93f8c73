/** What waits to be told of an issue. */
export interface Told {
  readonly issueId: string;
}

/** More than this a page does not remember; the oldest are forgotten first. */
export const mostWaiting = 50;

/** The queue with one more: what is newer of the same issue takes the place of what was not told yet. */
export function queued<T extends Told>(waiting: readonly T[], one: T): readonly T[] {
  const place = waiting.findIndex(({ issueId }) => issueId === one.issueId);
  return place === -1 ? [...waiting, one].slice(-mostWaiting) : waiting.with(place, one);
}
