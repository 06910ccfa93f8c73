import { activeMsUntil, plannedMs, timesTogether } from './active-time.ts';
import { settled } from './due.ts';
import { hardEndAt } from './endings.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';
import { joinOpensAt } from './stays.ts';

/** All that is needed to show the time of a session without asking again. */
export interface SessionClock {
  readonly plannedMs: number;
  /** Active time up to `runningSince`, or in all where the clock stands. */
  readonly activeMs: number;
  readonly runningSince: number | null;
  /** When the session ended, or ends at the latest. */
  readonly latestEndAt: number;
  readonly timeLeftMs: number;
  readonly joinOpensAt: number;
}

export function sessionClock(state: SessionState, now: number, rules: SessionRules): SessionClock {
  const present = settled(state, now, rules);
  const { plan } = present;
  const base = { plannedMs: plannedMs(plan), joinOpensAt: joinOpensAt(plan, rules) };
  if (present.status === 'ENDED') {
    const { endedAt } = present;
    const activeMs = activeMsUntil(present, endedAt, rules);
    return { ...base, activeMs, runningSince: null, latestEndAt: endedAt, timeLeftMs: 0 };
  }
  const last = timesTogether(present, rules).at(-1);
  const runningSince = present.status === 'ACTIVE' && last?.to === null ? last.from : null;
  const latestEndAt = hardEndAt(present, rules);
  const leftOfPlanMs = base.plannedMs - activeMsUntil(present, now, rules);
  return {
    ...base,
    activeMs: activeMsUntil(present, runningSince ?? now, rules),
    runningSince,
    latestEndAt,
    timeLeftMs: Math.max(0, Math.min(leftOfPlanMs, latestEndAt - now)),
  };
}
