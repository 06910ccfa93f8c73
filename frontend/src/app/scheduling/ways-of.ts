import { isOpen, phaseAt, timesOf } from '../session/session-clock';
import type { SessionCardFragment } from '../session/session-operations';
import { type PlanWays, planWays } from './domain/plan-ways';

/** What the viewer may do about the session at `now`. */
export function waysOf(session: SessionCardFragment, now: number): PlanWays {
  const times = timesOf(session.clock);
  const { startsAt } = times;
  return planWays({ ...session, startsAt, isOpen: isOpen(phaseAt(times, now)) }, now);
}
