import { noConnections, observe, type Connections } from './connections.ts';
import {
  type ConnectionEvent,
  type EndReason,
  isAside,
  type LifeEvent,
  type MetEndReason,
  type PlanEvent,
  type ProposedTime,
  type SessionEvent,
  type UnmetEndReason,
} from './session-event.ts';
import { endReasons, transitions } from './transitions.ts';

/** Who is to meet, and when. */
export interface MeetingPlan {
  readonly mentorId: string;
  readonly learnerId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Other times for the session, which one of the two asks the other to choose from. */
export interface RescheduleProposal {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly note: string;
  /** The earliest first. */
  readonly times: readonly ProposedTime[];
}

interface Known {
  readonly plan: MeetingPlan;
  /** How often the plan was changed: a later calendar entry has the higher number. */
  readonly calendarSequence: number;
  readonly connections: Connections;
}

interface Unmet extends Known {
  readonly actualStart: null;
  readonly finishAgreedBy: readonly [];
}

interface Met extends Known {
  /** When the log said that the session started; later observations do not move it. */
  readonly actualStart: number;
  readonly finishAgreedBy: readonly string[];
}

interface Expected extends Unmet {
  /** The one that awaits an answer. */
  readonly proposal: RescheduleProposal | null;
}

interface ScheduledState extends Expected {
  readonly status: 'SCHEDULED';
}

export interface WaitingState extends Expected {
  readonly status: 'WAITING';
  readonly since: number;
  /** Set once the one who waits was told that the other did not come in time. */
  readonly noShow: { readonly at: number; readonly missing: readonly string[] } | null;
}

export interface RunningState extends Met {
  readonly status: 'ACTIVE' | 'PAUSED';
  readonly since: number;
  /** Minutes of time left that were announced. */
  readonly announced: readonly number[];
}

interface MetEndedState extends Met {
  readonly status: 'ENDED';
  readonly endedAt: number;
  readonly endReason: MetEndReason;
}

interface UnmetEndedState extends Unmet {
  readonly status: 'ENDED';
  readonly endedAt: number;
  readonly endReason: UnmetEndReason;
}

interface CancelledState extends Unmet {
  readonly status: 'ENDED';
  readonly endedAt: number;
  readonly endReason: 'CANCELLED';
  readonly cancellation: { readonly by: string | null; readonly reason: string };
}

export type EndedState = MetEndedState | UnmetEndedState | CancelledState;
export type OpenState = ScheduledState | WaitingState | RunningState;

/** A session as its log says. Clock, phase, presence and outcome follow from it and a time. */
export type SessionState = OpenState | EndedState;

/** The state after an event. An event that the state does not admit changes nothing. */
export function evolve(state: SessionState | null, event: SessionEvent): SessionState {
  if (!state) return begin(event);
  if (isAside(event)) return state;
  switch (event.type) {
    case 'CONNECTION_JOINED':
    case 'CONNECTION_LEFT':
    case 'CONNECTION_LOST':
    case 'CONNECTION_SEEN':
    case 'CONNECTION_SILENT':
      return watch(state, event);
    default:
      return state.status === 'ENDED' || !(event.type in transitions[state.status])
        ? state
        : move(state, event);
  }
}

/** The state after all events, in the order of their log. */
export function replay(events: Iterable<SessionEvent>): SessionState {
  let state: SessionState | null = null;
  for (const event of events) state = evolve(state, event);
  if (!state) throw new Error('a log is not empty');
  return state;
}

export function participantsOf({ mentorId, learnerId }: MeetingPlan): readonly [string, string] {
  return [mentorId, learnerId];
}

function begin(event: SessionEvent): SessionState {
  if (event.type !== 'SESSION_SCHEDULED') {
    throw new Error(`a log begins with SESSION_SCHEDULED, not with ${event.type}`);
  }
  const { mentorId, learnerId, startsAt, endsAt } = event.payload;
  return scheduled({
    plan: { mentorId, learnerId, startsAt, endsAt },
    calendarSequence: 0,
    connections: noConnections,
  });
}

function scheduled(known: Known): ScheduledState {
  return { ...known, status: 'SCHEDULED', proposal: null, actualStart: null, finishAgreedBy: [] };
}

function watch(state: SessionState, event: ConnectionEvent): SessionState {
  const connections = observe(state.connections, event);
  return connections === state.connections ? state : { ...state, connections };
}

function move(state: OpenState, event: PlanEvent | LifeEvent): SessionState {
  switch (state.status) {
    case 'SCHEDULED':
    case 'WAITING':
      return moveUnmet(state, event);
    case 'ACTIVE':
    case 'PAUSED':
      return moveRunning(state, event);
    default:
      return state satisfies never;
  }
}

function moveUnmet(
  state: ScheduledState | WaitingState,
  event: PlanEvent | LifeEvent,
): SessionState {
  const { plan, connections, calendarSequence, actualStart, finishAgreedBy } = state;
  const known: Unmet = { plan, connections, calendarSequence, actualStart, finishAgreedBy };
  const { at } = event;
  switch (event.type) {
    case 'SESSION_RESCHEDULED':
      return scheduled({
        connections,
        calendarSequence: calendarSequence + 1,
        plan: { ...plan, ...timesOf(event.payload) },
      });
    case 'SESSION_WAITING':
      return { ...known, status: 'WAITING', since: at, noShow: null, proposal: state.proposal };
    case 'NO_SHOW_NOTICED':
      return state.status === 'WAITING'
        ? { ...state, noShow: { at, missing: event.payload.missing } }
        : state;
    case 'SESSION_STARTED':
      return { ...known, status: 'ACTIVE', since: at, actualStart: at, announced: [] };
    case 'SESSION_CANCELLED': {
      const { by, reason } = event.payload;
      const cancelled = { ...known, calendarSequence: calendarSequence + 1 };
      const ending = { endedAt: at, endReason: 'CANCELLED', cancellation: { by, reason } } as const;
      return { ...cancelled, status: 'ENDED', ...ending };
    }
    case 'SESSION_ENDED': {
      const { reason } = event.payload;
      return isUnmetReason(reason)
        ? { ...known, status: 'ENDED', endedAt: at, endReason: reason }
        : state;
    }
    default:
      return negotiate(state, event);
  }
}

function negotiate(
  state: ScheduledState | WaitingState,
  event: PlanEvent | LifeEvent,
): SessionState {
  switch (event.type) {
    case 'RESCHEDULE_PROPOSED': {
      const { personId: by, at, payload } = event;
      const { proposalId: id, times, note } = payload;
      return { ...state, proposal: { id, by, at, note, times } };
    }
    case 'RESCHEDULE_DECLINED':
    case 'RESCHEDULE_WITHDRAWN': {
      const isOpen = event.payload.proposalId === state.proposal?.id;
      return isOpen ? { ...state, proposal: null } : state;
    }
    default:
      return state;
  }
}

function moveRunning(state: RunningState, event: PlanEvent | LifeEvent): SessionState {
  const { plan, connections, calendarSequence, actualStart, finishAgreedBy } = state;
  const { at } = event;
  switch (event.type) {
    case 'SESSION_PAUSED':
      return { ...state, status: 'PAUSED', since: at };
    case 'SESSION_RESUMED':
      return { ...state, status: 'ACTIVE', since: at };
    case 'TIME_LEFT_ANNOUNCED':
      return { ...state, announced: added(state.announced, event.payload.minutes) };
    case 'FINISH_AGREED':
      return participantsOf(plan).includes(event.personId)
        ? { ...state, finishAgreedBy: added(finishAgreedBy, event.personId) }
        : state;
    case 'FINISH_WITHDRAWN':
      return finishAgreedBy.includes(event.personId)
        ? { ...state, finishAgreedBy: finishAgreedBy.filter((id) => id !== event.personId) }
        : state;
    case 'SESSION_ENDED': {
      const { reason } = event.payload;
      const known: Met = { plan, connections, calendarSequence, actualStart, finishAgreedBy };
      return isMetReason(reason)
        ? { ...known, status: 'ENDED', endedAt: at, endReason: reason }
        : state;
    }
    default:
      return state;
  }
}

function timesOf({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }) {
  return { startsAt, endsAt };
}

function added<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list : [...list, item];
}

function isMetReason(reason: EndReason): reason is MetEndReason {
  return endReasons.ACTIVE.includes(reason);
}

function isUnmetReason(reason: EndReason): reason is UnmetEndReason {
  return endReasons.WAITING.includes(reason);
}
