import { sessionClock } from './clock.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';

/** Whether a participant may enter the room, and if not, whether it is too early or too late. */
export type Entry = 'OPEN' | 'TOO_EARLY' | 'OVER';

export function entryAt(state: SessionState, now: number, rules: SessionRules): Entry {
  const { joinOpensAt, latestEndAt } = sessionClock(state, now, rules);
  if (state.status === 'ENDED' || now >= latestEndAt) return 'OVER';
  return now < joinOpensAt ? 'TOO_EARLY' : 'OPEN';
}
