import { settled } from './due.ts';
import { outcomeOf } from './outcome.ts';
import type { SessionPhase } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import {
  participantsOf,
  type EndedState,
  type SessionState,
  type WaitingState,
} from './session-state.ts';
import { joinOpensAt, staysOf } from './stays.ts';

/** Where the session stands at `now` for the viewer, also when nobody has looked at it in time. */
export function phaseFor(
  state: SessionState,
  viewerId: string,
  now: number,
  rules: SessionRules,
): SessionPhase {
  const present = settled(state, now, rules);
  switch (present.status) {
    case 'SCHEDULED':
      return now < joinOpensAt(present.plan, rules) ? 'EARLY' : 'JOINABLE';
    case 'WAITING':
      return waitingPhase(present, viewerId, now, rules);
    case 'ACTIVE':
      return 'IN_PROGRESS';
    case 'PAUSED':
      return 'PAUSED';
    case 'ENDED':
      return endedPhase(present, rules);
    default:
      return present satisfies never;
  }
}

/** Whether the two people may enter the room now. */
export function canJoin(state: SessionState, now: number, rules: SessionRules): boolean {
  const present = settled(state, now, rules);
  return present.status !== 'ENDED' && now >= joinOpensAt(present.plan, rules);
}

/** Who is not in the room may still come, also late; who is neither of the two sees that one waits. */
function waitingPhase(
  state: WaitingState,
  viewerId: string,
  now: number,
  rules: SessionRules,
): SessionPhase {
  const isParticipant = participantsOf(state.plan).includes(viewerId);
  const isThere = staysOf(state, viewerId, rules).some(
    ({ from, to }) => from <= now && (to === null || to > now),
  );
  if (isParticipant && !isThere) return 'JOINABLE';
  return state.noShow ? 'NO_SHOW' : 'WAITING';
}

function endedPhase(state: EndedState, rules: SessionRules): SessionPhase {
  const outcome = outcomeOf(state, rules);
  return outcome === 'NO_SHOW' || outcome === 'CANCELLED' ? outcome : 'ENDED';
}
