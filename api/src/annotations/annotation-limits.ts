import type { Quota } from '../platform/allowances/allowances.ts';

/** How often a person may write, edit and withdraw annotations; far more than anybody writes while teaching. */
export const annotationLimit: Quota = { name: 'annotations', most: 200, windowMs: 10 * 60_000 };
