export type Phase =
  'EARLY' | 'JOINABLE' | 'WAITING' | 'IN_PROGRESS' | 'PAUSED' | 'ENDED' | 'NO_SHOW' | 'CANCELLED';

/** What the server says about a session's time; all instants in its own time. */
export interface SessionTimes {
  /** The phase at `serverTime`. */
  readonly phase: Phase;
  readonly serverTime: number;
  readonly startsAt: number;
  readonly joinOpensAt: number;
  readonly endsAt: number;
  readonly latestEndAt: number;
  readonly plannedMs: number;
  /** The closed part of the active time; `runningSince` adds what is running now. */
  readonly activeMs: number;
  readonly runningSince: number | null;
}

/** The phase at `now`. The server tells every change but the one that only time makes. */
export function phaseAt(times: SessionTimes, now: number): Phase {
  return times.phase === 'EARLY' && now >= times.joinOpensAt ? 'JOINABLE' : times.phase;
}

/** How long both have been there together. */
export function activeMsAt(times: SessionTimes, now: number): number {
  const running = times.runningSince === null ? 0 : Math.max(0, now - times.runningSince);
  return times.activeMs + running;
}

/** What is left of the session: of the planned time, and never beyond the latest end. */
export function timeLeftMs(times: SessionTimes, now: number): number {
  return Math.max(0, Math.min(times.plannedMs - activeMsAt(times, now), times.latestEndAt - now));
}

/** Whether the door is open: from the join window on, until the session is over. */
export function isOpen(phase: Phase): boolean {
  return phase !== 'EARLY' && !isOver(phase);
}

/** Whether both have been there together, and it goes on or can go on. */
export function isUnderWay(phase: Phase): boolean {
  return phase === 'IN_PROGRESS' || phase === 'PAUSED';
}

export function isOver(phase: Phase): boolean {
  return phase === 'ENDED' || phase === 'CANCELLED';
}
