import { Allowance } from '../platform/allowance.ts';
import type { Clock } from '../platform/clock.ts';

/** So often within ten minutes; far more than it takes to teach. */
export const mostTopicChanges = 300;

/** How often a person may change plans of topics. Each process counts for itself. */
export class TopicLimits {
  private readonly changes: Allowance;

  constructor(clock: Clock) {
    this.changes = new Allowance({ most: mostTopicChanges, windowMs: 10 * 60_000, clock });
  }

  mayChange(personId: string): boolean {
    return this.changes.take(personId);
  }
}
