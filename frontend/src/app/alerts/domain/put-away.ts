import type { Urgency } from './urgency';

/** What the person has put away: the countdown of a session at its time, and how pressing it was. */
export interface PutAway {
  readonly key: string;
  readonly urgency: Urgency;
}

const byUrgency: readonly Urgency[] = ['calm', 'soon', 'last', 'missed'];

/** It stays away until it is more pressing: "Join Now!" comes in the last minute, and at the start. */
export function isPutAway(putAway: PutAway | null, key: string, urgency: Urgency): boolean {
  if (putAway?.key !== key) return false;
  return byUrgency.indexOf(urgency) <= byUrgency.indexOf(putAway.urgency);
}

/** What a browser remembers may be anything. */
export function readPutAway(value: unknown): PutAway | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, urgency } = value as Partial<Record<keyof PutAway, unknown>>;
  const known = byUrgency.find((one) => one === urgency);
  return typeof key === 'string' && known ? { key, urgency: known } : null;
}
