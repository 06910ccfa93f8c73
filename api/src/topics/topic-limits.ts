import type { Quota } from '../platform/allowances/allowances.ts';

/** How often a person may change plans of topics; far more than it takes to teach. */
export const topicLimit: Quota = { name: 'topic-changes', most: 300, windowMs: 10 * 60_000 };
