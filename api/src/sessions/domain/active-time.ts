import type { SessionRules } from './session-rules.ts';
import { participantsOf, type MeetingPlan, type SessionState } from './session-state.ts';
import { lengthUntil, staysOf, type Stay } from './stays.ts';

export function plannedMs(plan: MeetingPlan): number {
  return plan.endsAt - plan.startsAt;
}

/** The times during which both were in the room; the active time is their length. */
export function timesTogether(state: SessionState, rules: SessionRules): readonly Stay[] {
  const [mentorId, learnerId] = participantsOf(state.plan);
  return intersection(staysOf(state, mentorId, rules), staysOf(state, learnerId, rules));
}

/** Active time up to `until`. What observations add later never makes it more than was planned. */
export function activeMsUntil(state: SessionState, until: number, rules: SessionRules): number {
  return Math.min(plannedMs(state.plan), lengthUntil(timesTogether(state, rules), until));
}

/** The common part of two lists of stays, each in order and apart from each other. */
function intersection(first: readonly Stay[], second: readonly Stay[]): readonly Stay[] {
  return first.flatMap((a) =>
    second.flatMap((b) => {
      const from = Math.max(a.from, b.from);
      const end = Math.min(a.to ?? Infinity, b.to ?? Infinity);
      return end > from ? [{ from, to: end === Infinity ? null : end }] : [];
    }),
  );
}

/** The instant at which the stays have the length; `null` where they never do. */
export function instantOfLength(stays: readonly Stay[], lengthMs: number): number | null {
  let remainingMs = lengthMs;
  for (const { from, to } of stays) {
    if (to === null || to - from >= remainingMs) return from + remainingMs;
    remainingMs -= to - from;
  }
  return null;
}
