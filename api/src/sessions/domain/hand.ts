import { settled } from './due.ts';
import { leftForGood } from './presence.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';
import { staysOf } from './stays.ts';

/** The last that the log says of a person's hand: raised then, or `null`. */
export type LastRaised = number | null;

interface Moment {
  readonly now: number;
  readonly rules: SessionRules;
}

/**
 * Since when a hand is up, or `null` where it is down: it is lowered by its owner, by leaving for
 * good, and by the end. Who drops out and comes back in time finds it as it was.
 */
export function handRaisedAt(
  state: SessionState,
  personId: string,
  raisedAt: LastRaised,
  { now, rules }: Moment,
): number | null {
  const present = settled(state, now, rules);
  if (raisedAt === null || present.status === 'ENDED') return null;
  const stays = staysOf(present, personId, rules).filter(({ from }) => from <= now);
  const isLowered = stays.some(({ to }, index) => {
    if (to === null || to > now) return false;
    const backAt = stays[index + 1]?.from;
    const isLong = (backAt ?? now) - to >= rules.rejoinWindowMs;
    const isForGood = isLong || leftForGood(present, personId, to);
    return isForGood && (backAt === undefined || backAt > raisedAt);
  });
  return isLowered ? null : raisedAt;
}
