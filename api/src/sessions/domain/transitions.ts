import type { EndReason, LifeEvent, PlanEvent, SessionStatus } from './session-event.ts';

/** Events that only some statuses admit. */
type MovingEventType = (PlanEvent | LifeEvent)['type'];

export type TransitionTable = Readonly<
  Record<SessionStatus, Readonly<Partial<Record<MovingEventType, SessionStatus>>>>
>;

/** The life of a session: which events a status admits, and where they lead. All others change nothing. */
export const transitions: TransitionTable = {
  SCHEDULED: {
    SESSION_RESCHEDULED: 'SCHEDULED',
    RESCHEDULE_PROPOSED: 'SCHEDULED',
    RESCHEDULE_DECLINED: 'SCHEDULED',
    RESCHEDULE_WITHDRAWN: 'SCHEDULED',
    SESSION_WAITING: 'WAITING',
    SESSION_CANCELLED: 'ENDED',
    SESSION_ENDED: 'ENDED',
  },
  WAITING: {
    // Whoever waits is found again by the rules of the new time.
    SESSION_RESCHEDULED: 'SCHEDULED',
    RESCHEDULE_PROPOSED: 'WAITING',
    RESCHEDULE_DECLINED: 'WAITING',
    RESCHEDULE_WITHDRAWN: 'WAITING',
    NO_SHOW_NOTICED: 'WAITING',
    SESSION_STARTED: 'ACTIVE',
    SESSION_CANCELLED: 'ENDED',
    SESSION_ENDED: 'ENDED',
  },
  ACTIVE: {
    TIME_LEFT_ANNOUNCED: 'ACTIVE',
    FINISH_AGREED: 'ACTIVE',
    FINISH_WITHDRAWN: 'ACTIVE',
    SESSION_PAUSED: 'PAUSED',
    SESSION_ENDED: 'ENDED',
  },
  PAUSED: {
    TIME_LEFT_ANNOUNCED: 'PAUSED',
    FINISH_AGREED: 'PAUSED',
    FINISH_WITHDRAWN: 'PAUSED',
    SESSION_RESUMED: 'ACTIVE',
    SESSION_ENDED: 'ENDED',
  },
  ENDED: {},
};

/** Reasons with which `SESSION_ENDED` may end a status; a cancellation ends by itself. */
export const endReasons: Readonly<Record<SessionStatus, readonly EndReason[]>> = {
  SCHEDULED: ['NO_SHOW', 'NEVER_MET'],
  WAITING: ['NO_SHOW', 'NEVER_MET'],
  ACTIVE: ['TIME_UP', 'ENDED_BY_MENTOR', 'AGREED', 'BOTH_GONE'],
  PAUSED: ['TIME_UP', 'ENDED_BY_MENTOR', 'AGREED', 'BOTH_GONE'],
  ENDED: [],
};

/** What is wrong with a table, in words; nothing where every status can be reached, left and ended. */
export function tableFaults(table: TransitionTable): readonly string[] {
  const statuses = new Set<string>(Object.keys(table));
  const targetsOf = (status: string): readonly string[] =>
    Object.values(Object.entries(table).find(([name]) => name === status)?.[1] ?? {});
  const isReached = reachedFrom('SCHEDULED', targetsOf);
  return [...statuses].flatMap((status) => {
    const targets = targetsOf(status);
    const isEnded = status === 'ENDED';
    return [
      ...targets.filter((to) => !statuses.has(to)).map((to) => `${status} leads to unknown ${to}`),
      ...(isReached.has(status) ? [] : [`${status} cannot be reached`]),
      ...(isEnded && targets.length > 0 ? ['ENDED is not final'] : []),
      ...(isEnded || reachedFrom(status, targetsOf).has('ENDED') ? [] : [`${status} cannot end`]),
    ];
  });
}

function reachedFrom(
  start: string,
  targetsOf: (status: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set([start]);
  // A set that grows while it is walked is walked to its end.
  for (const status of reached) for (const to of targetsOf(status)) reached.add(to);
  return reached;
}
