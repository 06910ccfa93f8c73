import { dueEvents } from './due.ts';
import { endedEvent } from './endings.ts';
import { learn, type Observation } from './observations.ts';
import { negotiate, type ProposalOrder, type ProposalRejection } from './reschedule.ts';
import type { NewEvent } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import {
  evolve,
  participantsOf,
  type OpenState,
  type RunningState,
  type SessionState,
  type WaitingState,
} from './session-state.ts';

export type { Observation } from './observations.ts';

interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What somebody or something wants of a session. `attending`: persons whose page shows it now. */
export type SessionCommand =
  | (Times & {
      readonly type: 'SCHEDULE';
      readonly mentorId: string;
      readonly learnerId: string;
      /** Who plans it, where that is known. */
      readonly personId?: string | null;
    })
  | (Times & { readonly type: 'RESCHEDULE'; readonly personId: string | null })
  | { readonly type: 'CANCEL'; readonly personId: string | null; readonly reason: string }
  | {
      readonly type: 'OBSERVE';
      readonly observations: readonly Observation[];
      readonly attending: readonly string[];
    }
  | { readonly type: 'TICK'; readonly attending: readonly string[] }
  | ProposalOrder
  | { readonly type: 'END'; readonly personId: string }
  | { readonly type: 'AGREE_TO_FINISH' | 'WITHDRAW_FINISH'; readonly personId: string };

export type Rejection =
  | 'NOT_SCHEDULED'
  | 'ALREADY_SCHEDULED'
  | 'INVALID_TIMES'
  | 'SAME_PERSON'
  | 'SESSION_ALREADY_STARTED'
  | 'SESSION_ALREADY_ENDED'
  | 'SESSION_NOT_RUNNING'
  | 'NOT_A_PARTICIPANT'
  | 'NOT_THE_MENTOR'
  | ProposalRejection;

export type Decision = { readonly events: readonly NewEvent[] } | { readonly rejected: Rejection };

/** The events that answer a command: what time has made due before, and what follows from it. */
export function decide(
  state: SessionState | null,
  command: SessionCommand,
  now: number,
  rules: SessionRules,
): Decision {
  if (command.type === 'SCHEDULE') {
    return state ? { rejected: 'ALREADY_SCHEDULED' } : schedule(command, now, rules);
  }
  if (!state) return { rejected: 'NOT_SCHEDULED' };
  switch (command.type) {
    case 'OBSERVE': {
      const learned = learn(state, command.observations, now, rules);
      return { events: [...learned, ...due(state, learned, command.attending, { now, rules })] };
    }
    case 'TICK':
      return { events: due(state, [], command.attending, { now, rules }) };
    default:
      return obey(state, command, { now, rules });
  }
}

interface Moment {
  readonly now: number;
  readonly rules: SessionRules;
}

type Order = Exclude<SessionCommand, { type: 'SCHEDULE' | 'OBSERVE' | 'TICK' }>;

/** Whoever gives an order is there, so meanwhile the session does not end for want of people. */
function obey(state: SessionState, order: Order, moment: Moment): Decision {
  const both = participantsOf(state.plan);
  const before = due(state, [], both, moment);
  const present = before.reduce(evolve, state);
  if (present.status === 'ENDED') return { rejected: 'SESSION_ALREADY_ENDED' };
  const answer = carryOut(present, order, moment);
  if ('rejected' in answer) return answer;
  const after = due(present, answer.events, both, moment);
  return { events: [...before, ...answer.events, ...after] };
}

function carryOut(state: OpenState, order: Order, moment: Moment): Decision {
  switch (order.type) {
    case 'RESCHEDULE':
      return reschedule(state, order, moment);
    case 'CANCEL':
      return cancel(state, order, moment);
    case 'PROPOSE_RESCHEDULE':
    case 'ACCEPT_RESCHEDULE':
    case 'DECLINE_RESCHEDULE':
    case 'WITHDRAW_RESCHEDULE':
      return negotiate(state, order, moment.now);
    case 'END':
      return end(state, order.personId, moment);
    case 'AGREE_TO_FINISH':
      return agree(state, order.personId, moment);
    case 'WITHDRAW_FINISH':
      return withdrawFinish(state, order.personId, moment);
    default:
      return order satisfies never;
  }
}

function schedule(
  command: SessionCommand & { type: 'SCHEDULE' },
  now: number,
  rules: SessionRules,
): Decision {
  const { mentorId, learnerId, startsAt, endsAt } = command;
  if (mentorId === learnerId) return { rejected: 'SAME_PERSON' };
  if (!arePossible(command, { now, rules })) return { rejected: 'INVALID_TIMES' };
  const payload = { mentorId, learnerId, startsAt, endsAt };
  const personId = command.personId ?? null;
  return { events: [{ type: 'SESSION_SCHEDULED', personId, at: now, payload }] };
}

function reschedule(
  state: OpenState,
  { personId, startsAt, endsAt }: Order & { type: 'RESCHEDULE' },
  moment: Moment,
): Decision {
  if (state.actualStart !== null) return { rejected: 'SESSION_ALREADY_STARTED' };
  const payload = { startsAt, endsAt };
  if (!arePossible(payload, moment)) return { rejected: 'INVALID_TIMES' };
  if (state.plan.startsAt === startsAt && state.plan.endsAt === endsAt) return { events: [] };
  return { events: [{ type: 'SESSION_RESCHEDULED', personId, at: moment.now, payload }] };
}

function cancel(
  state: OpenState,
  { personId, reason }: Order & { type: 'CANCEL' },
  { now, rules }: Moment,
): Decision {
  if (state.actualStart !== null) return { rejected: 'SESSION_ALREADY_STARTED' };
  const by = { personId, at: now };
  const ended = endedEvent(state, { reason: 'CANCELLED', ...by }, rules);
  return {
    events: [{ type: 'SESSION_CANCELLED', ...by, payload: { reason, by: personId } }, ended],
  };
}

function end(state: OpenState, personId: string, moment: Moment): Decision {
  if (!participantsOf(state.plan).includes(personId)) return { rejected: 'NOT_A_PARTICIPANT' };
  switch (state.status) {
    case 'SCHEDULED':
      return { rejected: 'SESSION_NOT_RUNNING' };
    case 'WAITING':
      return endWaiting(state, personId, moment);
    case 'ACTIVE':
    case 'PAUSED':
      return endRunning(state, personId, moment);
    default:
      return state satisfies never;
  }
}

/** Who was told that the other did not come need not wait any longer. */
function endWaiting(state: WaitingState, personId: string, { now, rules }: Moment): Decision {
  const isWaiter = state.noShow && !state.noShow.missing.includes(personId);
  if (!isWaiter) return { rejected: 'SESSION_NOT_RUNNING' };
  return { events: [endedEvent(state, { reason: 'NO_SHOW', at: now, personId }, rules)] };
}

/** The mentor's end is an agreement where the learner has agreed before. */
function endRunning(state: RunningState, personId: string, moment: Moment): Decision {
  const { mentorId, learnerId } = state.plan;
  if (personId !== mentorId) return { rejected: 'NOT_THE_MENTOR' };
  if (state.finishAgreedBy.includes(learnerId)) return agree(state, personId, moment);
  const ending = { reason: 'ENDED_BY_MENTOR', at: moment.now, personId } as const;
  return { events: [endedEvent(state, ending, moment.rules)] };
}

function agree(state: OpenState, personId: string, { now, rules }: Moment): Decision {
  const both = participantsOf(state.plan);
  if (!both.includes(personId)) return { rejected: 'NOT_A_PARTICIPANT' };
  if (state.actualStart === null) return { rejected: 'SESSION_NOT_RUNNING' };
  if (state.finishAgreedBy.includes(personId)) return { events: [] };
  const agreed: NewEvent = { type: 'FINISH_AGREED', personId, at: now, payload: {} };
  if (state.finishAgreedBy.length === 0) return { events: [agreed] };
  return { events: [agreed, endedEvent(state, { reason: 'AGREED', at: now, personId }, rules)] };
}

/** Whoever has not asked takes nothing back; once both have agreed it is too late. */
function withdrawFinish(state: OpenState, personId: string, { now }: Moment): Decision {
  if (!participantsOf(state.plan).includes(personId)) return { rejected: 'NOT_A_PARTICIPANT' };
  if (state.actualStart === null) return { rejected: 'SESSION_NOT_RUNNING' };
  if (!state.finishAgreedBy.includes(personId)) return { events: [] };
  return { events: [{ type: 'FINISH_WITHDRAWN', personId, at: now, payload: {} }] };
}

/** Times are possible when the session would not be over before it begins. */
function arePossible({ startsAt, endsAt }: Times, { now, rules }: Moment): boolean {
  const areInstants = Number.isSafeInteger(startsAt) && Number.isSafeInteger(endsAt);
  return areInstants && startsAt < endsAt && Math.min(startsAt + rules.noShowAfterMs, endsAt) > now;
}

function due(
  state: SessionState,
  learned: readonly NewEvent[],
  attending: readonly string[],
  { now, rules }: Moment,
): readonly NewEvent[] {
  return dueEvents(learned.reduce(evolve, state), now, rules, attending);
}
