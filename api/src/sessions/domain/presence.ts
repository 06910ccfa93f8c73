import { settled } from './due.ts';
import type { LeaveReason } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';
import { participations } from './participations.ts';
import { staysOf } from './stays.ts';

/**
 * `ATTENDING`: the session's page is open, the person is not in the room. `AWAY`: was in the room,
 * did not mean to leave, and may come back within the rejoin window. `REJOINING`: the same, and the
 * page has been opened anew since.
 */
export type PresenceStatus = 'ABSENT' | 'ATTENDING' | 'IN_ROOM' | 'AWAY' | 'REJOINING';

export interface PersonPresence {
  readonly status: PresenceStatus;
  /** Since when in the room, or out of it; `null` where the person has not been in it. */
  readonly since: number | null;
}

/** The time at which presence is asked for, and since when whose page shows the session then. */
export interface PresenceMoment {
  readonly now: number;
  readonly attending: ReadonlyMap<string, number>;
}

export function presenceOf(
  state: SessionState,
  personId: string,
  { now, attending }: PresenceMoment,
  rules: SessionRules,
): PersonPresence {
  const present = settled(state, now, rules);
  const last = staysOf(present, personId, rules).findLast(({ from }) => from <= now);
  const openSince = attending.get(personId) ?? null;
  const outside = openSince === null ? 'ABSENT' : 'ATTENDING';
  if (!last) return { status: outside, since: null };
  const { from, to } = last;
  if (to === null || to > now) return { status: 'IN_ROOM', since: from };
  const isExpected = present.status !== 'ENDED' && now - to < rules.rejoinWindowMs;
  if (!isExpected || leftForGood(present, personId, to)) return { status: outside, since: to };
  return { status: isBack(openSince, to) ? 'REJOINING' : 'AWAY', since: to };
}

/** A page that was open all the time is no sign of life: it may be cut off without knowing. */
export function isBack(openSince: number | null, leftAt: number): boolean {
  return openSince !== null && openSince > leftAt;
}

const meant: readonly (LeaveReason | null)[] = ['LEFT_BY_CHOICE', 'SESSION_OVER'];

/** Whether somebody who went for this reason meant to. */
export function isMeant(reason: LeaveReason | null): boolean {
  return meant.includes(reason);
}

/** Whether the person meant to go when they went then. */
export function leftForGood(state: SessionState, personId: string, leftAt: number): boolean {
  return participations(state).some(
    (one) => one.personId === personId && one.leftAt === leftAt && isMeant(one.reason),
  );
}
