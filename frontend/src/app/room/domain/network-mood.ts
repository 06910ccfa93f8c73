import type { Quality } from './quality-words';

/** What is believed of the own connection, and since when the opposite has been seen. */
export interface NetworkMood {
  readonly isStable: boolean;
  readonly doubtSince: number | null;
}

export const calmNetwork: NetworkMood = { isStable: true, doubtSince: null };

/** A moment of trouble is no news; neither is a moment of calm. */
const doubtMs = { unstable: 2000, stable: 5000 } as const;

/** Whether a connection is bad, or `null` where nobody knows. */
export function isBad(quality: Quality, isReconnecting: boolean): boolean | null {
  if (isReconnecting) return true;
  return quality === 'unknown' ? null : quality === 'poor' || quality === 'lost';
}

/** What is believed after another look at `now`. */
export function nextMood(mood: NetworkMood, isBadNow: boolean | null, now: number): NetworkMood {
  if (isBadNow === null || isBadNow !== mood.isStable) {
    return mood.doubtSince === null ? mood : { ...mood, doubtSince: null };
  }
  const doubtSince = mood.doubtSince ?? now;
  const patience = mood.isStable ? doubtMs.unstable : doubtMs.stable;
  return now - doubtSince >= patience
    ? { isStable: !mood.isStable, doubtSince: null }
    : { ...mood, doubtSince };
}
