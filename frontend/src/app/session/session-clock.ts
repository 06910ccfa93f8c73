import { instantOf } from '../platform/clock';
import type { SessionTimes } from './domain/session-times';
import type { ClockPartsFragment } from './session-operations';

/** The server's clock of a session as instants. */
export function timesOf(clock: ClockPartsFragment): SessionTimes {
  return {
    phase: clock.phase,
    serverTime: instantOf(clock.serverTime),
    startsAt: instantOf(clock.startsAt),
    joinOpensAt: instantOf(clock.joinOpensAt),
    endsAt: instantOf(clock.endsAt),
    latestEndAt: instantOf(clock.latestEndAt),
    plannedMs: clock.plannedMs,
    activeMs: clock.activeMs,
    runningSince: clock.runningSince === null ? null : instantOf(clock.runningSince),
  };
}

export { type SessionTimes, isOpen, isOver, isUnderWay, phaseAt } from './domain/session-times';
