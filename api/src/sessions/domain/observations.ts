import type { ConnectionEvent, LeaveReason } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { evolve, participantsOf, type EndedState, type SessionState } from './session-state.ts';
import { staysOf } from './stays.ts';

/** Something seen of a connection, by whatever source, with the instant at which it was so. */
export type Observation =
  | {
      readonly kind: 'JOINED';
      readonly sid: string;
      readonly personId: string;
      readonly connectionId: string;
      readonly at: number;
    }
  | {
      readonly kind: 'LEFT';
      readonly sid: string;
      readonly personId: string;
      readonly reason: LeaveReason;
      readonly at: number;
    }
  | {
      readonly kind: 'LOST';
      readonly sid: string;
      readonly lastSeenAt: number;
      readonly at: number;
    }
  | { readonly kind: 'SEEN'; readonly sid: string; readonly at: number }
  /** Nothing came over it from then until `at`, although it was there. */
  | { readonly kind: 'SILENT'; readonly sid: string; readonly from: number; readonly at: number };

/** The events of those observations from which something new is learned. */
export function learn(
  state: SessionState,
  observations: readonly Observation[],
  now: number,
  rules: SessionRules,
): readonly ConnectionEvent[] {
  const events: ConnectionEvent[] = [];
  let known = state;
  for (const observation of observations) {
    const event = toEvent(known, observation, now);
    const next = evolve(known, event);
    if (!isNews(known, next, event, rules)) continue;
    events.push(event);
    known = next;
  }
  return events;
}

/** Nothing can have happened later than it is told; a clock that says so is ahead. */
function toEvent(state: SessionState, observation: Observation, now: number): ConnectionEvent {
  const { sid } = observation;
  const at = Math.min(observation.at, now);
  switch (observation.kind) {
    case 'JOINED': {
      const { personId, connectionId } = observation;
      return { type: 'CONNECTION_JOINED', personId, at, payload: { sid, connectionId } };
    }
    case 'LEFT': {
      const { personId, reason } = observation;
      return { type: 'CONNECTION_LEFT', personId, at, payload: { sid, reason } };
    }
    case 'LOST': {
      const lastSeenAt = Math.min(observation.lastSeenAt, at);
      return {
        type: 'CONNECTION_LOST',
        personId: owner(state, sid),
        at,
        payload: { sid, lastSeenAt },
      };
    }
    case 'SEEN':
      return { type: 'CONNECTION_SEEN', personId: owner(state, sid), at, payload: { sid } };
    case 'SILENT': {
      const payload = { sid, from: observation.from };
      return { type: 'CONNECTION_SILENT', personId: owner(state, sid), at, payload };
    }
    default:
      return observation satisfies never;
  }
}

function owner(state: SessionState, sid: string): string | null {
  return state.connections.get(sid)?.owner?.personId ?? null;
}

function isNews(
  state: SessionState,
  next: SessionState,
  event: ConnectionEvent,
  rules: SessionRules,
): boolean {
  if (next === state || isStranger(state, event) || isOutdone(state, event)) return false;
  if (state.status !== 'ENDED') return true;
  return isBeforeEnd(state, event) || changesStays(state, next, rules);
}

function isStranger(state: SessionState, { personId }: ConnectionEvent): boolean {
  return personId !== null && !participantsOf(state.plan).includes(personId);
}

/** Nothing that is inferred counts against a leave that was told. */
function isOutdone(state: SessionState, { type, payload }: ConnectionEvent): boolean {
  const isInferred = type === 'CONNECTION_LOST' || type === 'CONNECTION_SEEN';
  return isInferred && Boolean(state.connections.get(payload.sid)?.left);
}

function isBeforeEnd(state: EndedState, event: ConnectionEvent): boolean {
  const at = event.type === 'CONNECTION_LOST' ? event.payload.lastSeenAt : event.at;
  return at < state.endedAt;
}

function changesStays(state: SessionState, next: SessionState, rules: SessionRules): boolean {
  const of = (one: SessionState) =>
    JSON.stringify(participantsOf(one.plan).map((personId) => staysOf(one, personId, rules)));
  return of(state) !== of(next);
}
