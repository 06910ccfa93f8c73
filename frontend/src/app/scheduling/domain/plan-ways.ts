import type { Role, SessionOutcome } from '../../graphql/schema-types';

interface Standing {
  readonly viewerRole: Role;
  readonly outcome: SessionOutcome | null;
  readonly actualStart: string | null;
  readonly startsAt: number;
  /** Whether the door is open now. */
  readonly isOpen: boolean;
}

/** What the viewer may do about a session now. */
export interface PlanWays {
  readonly canJoin: boolean;
  readonly canPropose: boolean;
  readonly canCancel: boolean;
  /** The start has passed, and the two have not met yet. */
  readonly isLate: boolean;
}

/**
 * As the API decides: until the two have met or it is over, its two people may move it, also late,
 * and who administers may cancel it. The room is for the two alone.
 */
export function planWays(standing: Standing, now: number): PlanWays {
  const { viewerRole, outcome, actualStart, startsAt, isOpen } = standing;
  const isOneOfTwo = viewerRole !== 'ADMIN';
  const isAhead = outcome === null && actualStart === null;
  return {
    canJoin: isOneOfTwo && outcome === null && isOpen,
    canPropose: isOneOfTwo && isAhead,
    canCancel: isAhead,
    isLate: isAhead && now >= startsAt,
  };
}
