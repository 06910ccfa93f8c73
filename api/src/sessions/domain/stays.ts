import { endOf, type Connections } from './connections.ts';
import type { SessionRules } from './session-rules.ts';
import type { MeetingPlan, SessionState } from './session-state.ts';
import { type Stay, union, without } from './spans.ts';

export type { Stay } from './spans.ts';

/** When the room opens. */
export function joinOpensAt(plan: MeetingPlan, rules: SessionRules): number {
  return plan.startsAt - rules.joinWindowMs;
}

/**
 * A person's stays in the room, in order and apart from each other, however many connections they
 * are made of, without the times in which nothing came over those. Nothing counts before the room opens for the plan that holds, or after the end.
 */
export function staysOf(
  state: SessionState,
  personId: string,
  rules: SessionRules,
): readonly Stay[] {
  const opensAt = joinOpensAt(state.plan, rules);
  const endedAt = state.status === 'ENDED' ? state.endedAt : null;
  return union(
    connectedTimes(state.connections, personId).flatMap((stay) => clip(stay, opensAt, endedAt)),
  );
}

/** How long a person has been in the room up to `now`. */
export function inRoomMs(
  state: SessionState,
  personId: string,
  now: number,
  rules: SessionRules,
): number {
  return lengthUntil(staysOf(state, personId, rules), now);
}

/** The sum of the stays, as far as they lie before `until`. */
export function lengthUntil(stays: readonly Stay[], until: number): number {
  return stays.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to ?? until, until) - from),
    0,
  );
}

export function hasComeBefore(instant: number, stays: readonly Stay[]): boolean {
  return stays.some(({ from }) => from < instant);
}

function connectedTimes(connections: Connections, personId: string): readonly Stay[] {
  return [...connections.values()].flatMap((connection) => {
    const { owner, joinedAt, silences } = connection;
    if (owner?.personId !== personId || joinedAt === null) return [];
    const end = endOf(connection);
    const to = end === null ? null : Math.max(joinedAt, end);
    return without({ from: joinedAt, to }, silences);
  });
}

function clip(stay: Stay, opensAt: number, endedAt: number | null): readonly Stay[] {
  if (stay.from < opensAt && stay.to !== null && stay.to <= opensAt) return [];
  const from = Math.max(stay.from, opensAt);
  if (endedAt === null) return [{ from, to: stay.to }];
  return from < endedAt ? [{ from, to: Math.min(stay.to ?? endedAt, endedAt) }] : [];
}
