import { leadMs } from './alert-points';

/** How pressing it is to join: not yet, soon, in the last minute, or late. */
export type Urgency = 'calm' | 'soon' | 'last' | 'missed';

export function urgencyAt(startsAt: number, now: number): Urgency {
  const ms = startsAt - now;
  if (ms <= 0) return 'missed';
  if (ms <= leadMs['one-minute']) return 'last';
  return ms <= leadMs['five-minutes'] ? 'soon' : 'calm';
}
