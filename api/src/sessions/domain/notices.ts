import { plannedMs } from './active-time.ts';
import { instantOfTimeLeft, metAt } from './endings.ts';
import type { LifeEvent } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { participantsOf, type OpenState } from './session-state.ts';
import { staysOf } from './stays.ts';

const minuteMs = 60_000;

/** What is to be told to both, should things stay as they are: little time left, or nobody else here. */
export function notices(state: OpenState, rules: SessionRules): readonly LifeEvent[] {
  return metAt(state, rules) === null ? noShowNotices(state, rules) : warnings(state, rules);
}

/** Time left is announced when it shrinks to a warning's amount; never if there was less from the start. */
function warnings(state: OpenState, rules: SessionRules): readonly LifeEvent[] {
  const start = metAt(state, rules) ?? Infinity;
  const announced = 'announced' in state ? state.announced : [];
  return rules.warningsMs
    .filter((leftMs) => leftMs < plannedMs(state.plan) && !announced.includes(leftMs / minuteMs))
    .map((leftMs): LifeEvent => {
      const at = instantOfTimeLeft(state, leftMs, rules);
      const payload = { minutes: leftMs / minuteMs };
      return { type: 'TIME_LEFT_ANNOUNCED', personId: null, at, payload };
    })
    .filter(({ at }) => at > start);
}

/** Told once somebody is in the room, late enough, and the other has not been there at all. */
function noShowNotices(state: OpenState, rules: SessionRules): readonly LifeEvent[] {
  if (state.status === 'WAITING' && state.noShow) return [];
  const noShowAt = state.plan.startsAt + rules.noShowAfterMs;
  const stays = participantsOf(state.plan).map((id) => ({ id, stays: staysOf(state, id, rules) }));
  const missing = stays.filter((person) => person.stays.length === 0).map(({ id }) => id);
  if (missing.length !== 1) return [];
  const waiting = stays
    .flatMap((person) => person.stays)
    .find(({ to }) => to === null || to > noShowAt);
  if (!waiting) return [];
  const at = Math.max(noShowAt, waiting.from);
  return [{ type: 'NO_SHOW_NOTICED', personId: null, at, payload: { missing } }];
}
