import { instantOfLength, plannedMs, timesTogether } from './active-time.ts';
import { outcomeFor } from './outcome.ts';
import type { EndReason, LifeEvent } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { participantsOf, type OpenState } from './session-state.ts';
import { hasComeBefore, staysOf, type Stay } from './stays.ts';

export interface Ending {
  readonly reason: EndReason;
  readonly at: number;
}

/** When the session ends at the latest, however little of its time was used. */
export function hardEndAt(state: OpenState, rules: SessionRules): number {
  return state.plan.endsAt + rules.overrunMs;
}

/** When the two met: as the log says, or as it follows from who was there before the scheduled end. */
export function metAt(state: OpenState, rules: SessionRules): number | null {
  if (state.actualStart !== null) return state.actualStart;
  const first = timesTogether(state, rules)[0]?.from;
  return first !== undefined && first < state.plan.endsAt ? first : null;
}

/** When no more than `leftMs` of the time are left, should things stay as they are. */
export function instantOfTimeLeft(state: OpenState, leftMs: number, rules: SessionRules): number {
  const usedMs = plannedMs(state.plan) - leftMs;
  const usedAt = instantOfLength(timesTogether(state, rules), usedMs) ?? Infinity;
  return Math.min(usedAt, hardEndAt(state, rules) - leftMs);
}

/** The end that the clock brings, should things stay as they are: it comes whoever is there. */
export function scheduledEnding(state: OpenState, until: number, rules: SessionRules): Ending {
  const start = metAt(state, rules);
  if (start !== null && start <= until) {
    return { reason: 'TIME_UP', at: Math.max(start, instantOfTimeLeft(state, 0, rules)) };
  }
  const [mentor, learner] = bothStays(state, rules);
  const at = state.plan.endsAt;
  const bothCame = hasComeBefore(at, mentor) && hasComeBefore(at, learner);
  return { reason: bothCame ? 'NEVER_MET' : 'NO_SHOW', at };
}

/**
 * The end that comes of nobody being in the room; `null` while somebody is. Whoever came back before
 * it was noticed has prevented it.
 */
export function absenceEnding(state: OpenState, rules: SessionRules): Ending | null {
  const [mentor, learner] = bothStays(state, rules);
  const stays = [...mentor, ...learner];
  if (stays.some((stay) => stay.to === null)) return null;
  const lastOutAt = Math.max(...stays.map((stay) => stay.to ?? -Infinity), -Infinity);
  const goneAt = lastOutAt + rules.rejoinWindowMs;
  const start = metAt(state, rules);
  if (start !== null) return { reason: 'BOTH_GONE', at: Math.max(goneAt, start) };
  if (mentor.length > 0 && learner.length > 0) return null;
  const noShowAt = state.plan.startsAt + rules.noShowAfterMs;
  return { reason: 'NO_SHOW', at: Math.max(goneAt, noShowAt) };
}

/** The event that ends the session, with the outcome as it is known then. */
export function endedEvent(
  state: OpenState,
  ending: Ending & { readonly personId?: string | null },
  rules: SessionRules,
): LifeEvent {
  const { reason, at, personId = null } = ending;
  const outcome = outcomeFor(state, ending, rules);
  return { type: 'SESSION_ENDED', personId, at, payload: { reason, outcome } };
}

function bothStays(
  state: OpenState,
  rules: SessionRules,
): readonly [readonly Stay[], readonly Stay[]] {
  const [mentorId, learnerId] = participantsOf(state.plan);
  return [staysOf(state, mentorId, rules), staysOf(state, learnerId, rules)];
}
