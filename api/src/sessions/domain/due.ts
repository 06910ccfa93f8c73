import { absenceEnding, endedEvent, scheduledEnding, type Ending } from './endings.ts';
import { notices } from './notices.ts';
import type { LifeEvent } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { evolve, participantsOf, type OpenState, type SessionState } from './session-state.ts';
import { statusChanges } from './status-changes.ts';

/** Time between two looks at an end that is held back, however small the setting. */
const shortestPauseMs = 1000;

/**
 * What observations and time alone have made true up to `until` and the log does not say yet, each
 * at the instant at which it happened, in order. Somebody who attends keeps the session from ending
 * because nobody is in the room.
 */
export function dueEvents(
  state: SessionState,
  until: number,
  rules: SessionRules,
  attending: readonly string[],
): readonly LifeEvent[] {
  if (state.status === 'ENDED') return [];
  const ending = dueEnding(state, until, rules, attending);
  const changes = statusChanges(state, until, rules);
  if (ending) {
    const before = changes.filter(({ at }) => at < ending.at);
    return [...before, endedEvent(state, ending, rules)];
  }
  const told = notices(state, rules).filter(({ at }) => at <= until);
  return [...changes, ...told].sort((a, b) => a.at - b.at);
}

/**
 * The earliest instant at which time alone changes something in the log; `null` where nothing will.
 * While attending pages hold back an end, it is the time to look again.
 */
export function nextDueAt(
  state: SessionState,
  now: number,
  rules: SessionRules,
  attending: readonly string[],
): number | null {
  if (state.status === 'ENDED') return null;
  const ending = dueEnding(state, Infinity, rules, attending)?.at ?? Infinity;
  const coming = [...statusChanges(state, Infinity, rules), ...notices(state, rules)];
  const heldBack = isAttended(state, attending) ? absenceEnding(state, rules) : null;
  const pauseMs = Math.max(rules.rejoinWindowMs, shortestPauseMs);
  const lookAgainAt = heldBack ? Math.max(heldBack.at, now + pauseMs) : Infinity;
  return Math.min(ending, lookAgainAt, ...coming.map(({ at }) => at));
}

/** The session at `now`, should nobody have looked at it in time. Never ended for want of people. */
export function settled(state: SessionState, now: number, rules: SessionRules): SessionState {
  const events = dueEvents(state, now, rules, participantsOf(state.plan));
  return events.reduce<SessionState>(evolve, state);
}

function dueEnding(
  state: OpenState,
  until: number,
  rules: SessionRules,
  attending: readonly string[],
): Ending | null {
  const scheduled = scheduledEnding(state, until, rules);
  const absence = isAttended(state, attending) ? null : absenceEnding(state, rules);
  const first = absence && absence.at < scheduled.at ? absence : scheduled;
  return first.at <= until ? first : null;
}

function isAttended(state: OpenState, attending: readonly string[]): boolean {
  return participantsOf(state.plan).some((personId) => attending.includes(personId));
}
