import type { NewEvent, ProposedTime } from './session-event.ts';
import { isReason, lengthFault, type PlanFault } from './session-plan.ts';
import {
  participantsOf,
  type OpenState,
  type RescheduleProposal,
  type SessionState,
} from './session-state.ts';

/** What one of the two wants of another time for their session. */
export type ProposalOrder =
  | {
      readonly type: 'PROPOSE_RESCHEDULE';
      readonly personId: string;
      readonly proposalId: string;
      readonly times: readonly ProposedTime[];
      readonly note: string;
    }
  | {
      readonly type: 'ACCEPT_RESCHEDULE';
      readonly personId: string;
      readonly proposalId: string;
      readonly startsAt: number;
    }
  | {
      readonly type: 'DECLINE_RESCHEDULE';
      readonly personId: string;
      readonly proposalId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'WITHDRAW_RESCHEDULE';
      readonly personId: string;
      readonly proposalId: string;
    };

export type ProposalRejection =
  | 'INVALID_TIMES'
  | 'NOT_A_PARTICIPANT'
  | 'NO_SUCH_PROPOSAL'
  | 'OWN_PROPOSAL'
  | 'NOT_THE_PROPOSER'
  | 'TIME_PASSED'
  | 'SESSION_ALREADY_STARTED';

type Answer = { readonly events: readonly NewEvent[] } | { readonly rejected: ProposalRejection };

/** Other times as somebody asks for them. */
export interface WantedTimes {
  readonly times: readonly ProposedTime[];
  readonly note: string;
}

export type CheckedTimes = { readonly wanted: WantedTimes } | { readonly fault: PlanFault };

const mostTimes = 5;

/** Prepares a proposal for keeping: the earliest time first, each of them once and still to come. */
export function checkTimes({ times, note }: WantedTimes, now: number): CheckedTimes {
  const text = note.trim();
  if (!isReason(text)) {
    return { fault: { field: 'note', message: 'Write a note of up to 500 characters.' } };
  }
  const kept = unique(times).toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  const fault = timesFault(kept, now);
  return fault ? { fault } : { wanted: { times: kept, note: text } };
}

/** The open proposal, which awaits the other's answer; `null` where there is none any more. */
export function openProposal(state: SessionState): RescheduleProposal | null {
  return state.status === 'SCHEDULED' || state.status === 'WAITING' ? state.proposal : null;
}

/**
 * What answers such an order. A newer proposal of either takes the place of the open one: from the
 * other person it is a counter-proposal, and an answer to the old one then finds it gone.
 */
export function negotiate(state: OpenState, order: ProposalOrder, now: number): Answer {
  if (state.actualStart !== null) return { rejected: 'SESSION_ALREADY_STARTED' };
  if (!participantsOf(state.plan).includes(order.personId)) {
    return { rejected: 'NOT_A_PARTICIPANT' };
  }
  if (order.type === 'PROPOSE_RESCHEDULE') return propose(state, order, now);
  const open = openProposal(state);
  if (open?.id !== order.proposalId) return { rejected: 'NO_SUCH_PROPOSAL' };
  return respond(open, order, now);
}

function respond(
  open: RescheduleProposal,
  order: Exclude<ProposalOrder, { type: 'PROPOSE_RESCHEDULE' }>,
  now: number,
): Answer {
  const { personId, proposalId } = order;
  switch (order.type) {
    case 'ACCEPT_RESCHEDULE':
      return accept(open, order, now);
    case 'DECLINE_RESCHEDULE': {
      if (open.by === personId) return { rejected: 'OWN_PROPOSAL' };
      const payload = { proposalId, reason: order.reason };
      return { events: [{ type: 'RESCHEDULE_DECLINED', personId, at: now, payload }] };
    }
    case 'WITHDRAW_RESCHEDULE': {
      if (open.by !== personId) return { rejected: 'NOT_THE_PROPOSER' };
      const payload = { proposalId };
      return { events: [{ type: 'RESCHEDULE_WITHDRAWN', personId, at: now, payload }] };
    }
    default:
      return order satisfies never;
  }
}

function propose(
  state: OpenState,
  { personId, proposalId, times, note }: ProposalOrder & { type: 'PROPOSE_RESCHEDULE' },
  now: number,
): Answer {
  const checked = checkTimes({ times, note }, now);
  if ('fault' in checked || checked.wanted.times.some((time) => same(time, state.plan))) {
    return { rejected: 'INVALID_TIMES' };
  }
  const payload = { proposalId, ...checked.wanted };
  return { events: [{ type: 'RESCHEDULE_PROPOSED', personId, at: now, payload }] };
}

function accept(
  open: RescheduleProposal,
  { personId, startsAt }: ProposalOrder & { type: 'ACCEPT_RESCHEDULE' },
  now: number,
): Answer {
  if (open.by === personId) return { rejected: 'OWN_PROPOSAL' };
  const chosen = open.times.find((time) => time.startsAt === startsAt);
  if (!chosen) return { rejected: 'INVALID_TIMES' };
  if (chosen.startsAt <= now) return { rejected: 'TIME_PASSED' };
  const payload = { startsAt: chosen.startsAt, endsAt: chosen.endsAt };
  return { events: [{ type: 'SESSION_RESCHEDULED', personId, at: now, payload }] };
}

function timesFault(times: readonly ProposedTime[], now: number): PlanFault | null {
  if (times.length < 1 || times.length > mostTimes) {
    return { field: 'times', message: 'Propose 1 to 5 times.' };
  }
  if (new Set(times.map(({ startsAt }) => startsAt)).size < times.length) {
    return { field: 'times', message: 'Propose each start once.' };
  }
  if (times.some(({ startsAt }) => startsAt <= now)) {
    return { field: 'times', message: 'Propose times that are still to come.' };
  }
  const message = times.map(lengthFault).find((found) => found !== null);
  return message === undefined ? null : { field: 'times', message };
}

function unique(times: readonly ProposedTime[]): readonly ProposedTime[] {
  return times.filter((time, index) => times.findIndex((other) => same(time, other)) === index);
}

function same(a: ProposedTime, b: ProposedTime): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}
