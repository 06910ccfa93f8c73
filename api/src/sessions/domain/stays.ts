import { endOf, type Connections } from './connections.ts';
import type { SessionRules } from './session-rules.ts';
import type { MeetingPlan, SessionState } from './session-state.ts';

/** A time without interruption; `to` is `null` while it lasts. */
export interface Stay {
  readonly from: number;
  readonly to: number | null;
}

/** When the room opens. */
export function joinOpensAt(plan: MeetingPlan, rules: SessionRules): number {
  return plan.startsAt - rules.joinWindowMs;
}

/**
 * A person's stays in the room, in order and apart from each other, however many connections they
 * are made of. Nothing counts before the room opens for the plan that holds, or after the end.
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

/** Joins stays that overlap or touch. */
function union(stays: readonly Stay[]): readonly Stay[] {
  const joined: Stay[] = [];
  for (const stay of [...stays].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && (last.to === null || stay.from <= last.to)) {
      joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, stay.to) };
    } else joined.push(stay);
  }
  return joined;
}

function connectedTimes(connections: Connections, personId: string): readonly Stay[] {
  return [...connections.values()].flatMap((connection) => {
    const { owner, joinedAt } = connection;
    if (owner?.personId !== personId || joinedAt === null) return [];
    const end = endOf(connection);
    return [{ from: joinedAt, to: end === null ? null : Math.max(joinedAt, end) }];
  });
}

function clip(stay: Stay, opensAt: number, endedAt: number | null): readonly Stay[] {
  if (stay.from < opensAt && stay.to !== null && stay.to <= opensAt) return [];
  const from = Math.max(stay.from, opensAt);
  if (endedAt === null) return [{ from, to: stay.to }];
  return from < endedAt ? [{ from, to: Math.min(stay.to ?? endedAt, endedAt) }] : [];
}

function laterEnd(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
