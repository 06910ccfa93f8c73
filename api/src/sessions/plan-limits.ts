import type { Quota } from '../platform/allowances/allowances.ts';

const windowMs = 10 * 60_000;

/**
 * How often a person may do what the other person of a session is told of, by mail and on every
 * device, within ten minutes; far more than anybody needs, and far less than it takes to be a nuisance.
 */
export const planLimits = {
  /** Plan sessions of their own, perhaps those of a whole course. */
  plans: { name: 'plans', most: 100, windowMs },
  /** Book, cancel, or ask for and answer about another time. */
  changes: { name: 'plan-changes', most: 30, windowMs },
  /** Say how their devices are. */
  reports: { name: 'device-reports', most: 60, windowMs },
  /** Raise and lower their hand. */
  gestures: { name: 'gestures', most: 200, windowMs },
  /** Say what fails for them. */
  issues: { name: 'issues', most: 200, windowMs },
  /** Ask for a transcript or a recording, and agree. */
  consents: { name: 'consents', most: 60, windowMs },
} as const satisfies Record<string, Quota>;
