import { instantOfLocal } from './local-time';
import { type SessionDraft, startFaults } from './session-draft';

/** A time that somebody is about to propose. */
export type WantedStart = Pick<SessionDraft, 'date' | 'time'>;

export const mostTimes = 5;

/** What is wrong with each of the times, in their order; `null` for a good one. */
export function proposalFaults(
  wanted: readonly WantedStart[],
  timeZone: string,
  { now, plannedAt }: { readonly now: number; readonly plannedAt: number },
): readonly (string | null)[] {
  const instants = wanted.map((one) => instantOfLocal(one, timeZone));
  return wanted.map((one, index) => {
    const fault = startFaults(one, timeZone, now).find(([, message]) => message !== null)?.[1];
    if (fault) return fault;
    if (instants[index] === plannedAt) return 'This is when the session is now.';
    const isFirst = instants.indexOf(instants[index] ?? null) === index;
    return isFirst ? null : 'You have given this time already.';
  });
}
