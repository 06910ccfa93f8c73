import type { Quota } from '../platform/allowances/allowances.ts';

const windowMs = 10 * 60_000;

/** How often a person may save notes and change links; more than a page that saves by itself ever does. */
export const noteLimits = {
  saves: { name: 'note-saves', most: 900, windowMs },
  links: { name: 'links', most: 120, windowMs },
} as const satisfies Record<string, Quota>;
