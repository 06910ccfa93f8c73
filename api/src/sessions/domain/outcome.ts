import { activeMsUntil, plannedMs } from './active-time.ts';
import type { EndReason, SessionOutcome } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { participantsOf, type SessionState } from './session-state.ts';
import { hasComeBefore, staysOf } from './stays.ts';

/** How an ended session counts, by all that is known by now; `null` until it ends. */
export function outcomeOf(state: SessionState, rules: SessionRules): SessionOutcome | null {
  if (state.status !== 'ENDED') return null;
  return outcomeFor(state, { reason: state.endReason, at: state.endedAt }, rules);
}

/** How a session counts that ends for this reason at this instant. */
export function outcomeFor(
  state: SessionState,
  end: { readonly reason: EndReason; readonly at: number },
  rules: SessionRules,
): SessionOutcome {
  if (end.reason === 'CANCELLED') return 'CANCELLED';
  const isMissing = absentees(state, end.at, rules).length > 0;
  if (end.reason === 'NO_SHOW' && isMissing) return 'NO_SHOW';
  const enoughMs = Math.round(plannedMs(state.plan) * rules.completedShare);
  const isComplete = activeMsUntil(state, end.at, rules) >= enoughMs;
  return end.reason === 'AGREED' || isComplete ? 'COMPLETED' : 'INCOMPLETE';
}

/** Who did not come, once that counts: when it was noticed, or the session ended for it. */
export function missingFrom(state: SessionState, rules: SessionRules): readonly string[] {
  const counts =
    state.status === 'WAITING'
      ? state.noShow !== null
      : state.status === 'ENDED' && state.endReason === 'NO_SHOW';
  return counts ? absentees(state, Infinity, rules) : [];
}

/** Who has not been in the room at all by then. */
function absentees(state: SessionState, by: number, rules: SessionRules): readonly string[] {
  return participantsOf(state.plan).filter((id) => !hasComeBefore(by, staysOf(state, id, rules)));
}
