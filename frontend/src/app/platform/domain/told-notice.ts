import type { Notice } from './connection-policy';

/** What stands on the screen. */
export interface Told {
  readonly notice: Notice | null;
  /** Since when that stands there. */
  readonly at: number;
  /** Since when all is well although something is told, or the other way round. */
  readonly doubtSince: number | null;
}

export const nothingTold: Told = { notice: null, at: 0, doubtSince: null };

/** What is over sooner is no news; neither is it the end of one. */
export const blipMs = 700;
/** As long a text stays, so that it can be read. */
export const shortestMs = 1500;

/** What is told after a look at `now`, when `wanted` would be true at this moment. */
export function nextTold(told: Told, wanted: Notice | null, now: number): Told {
  const isInDoubt = (told.notice === null) !== (wanted === null);
  const doubtSince = isInDoubt ? (told.doubtSince ?? now) : null;
  const isBelieved = doubtSince === null || now - doubtSince >= blipMs;
  const isRead = told.notice === null || now - told.at >= shortestMs;
  const next = steady(told.notice, wanted);
  if (isBelieved && isRead && !isSame(told.notice, next)) {
    return { notice: next, at: now, doubtSince: null };
  }
  return doubtSince === told.doubtSince ? told : { ...told, doubtSince };
}

/** A button that is there stays until all is well again, whatever the words become. */
function steady(shown: Notice | null, wanted: Notice | null): Notice | null {
  return wanted && { ...wanted, action: wanted.action ?? shown?.action ?? null };
}

function isSame(one: Notice | null, other: Notice | null): boolean {
  return one?.text === other?.text && one?.action === other?.action;
}
