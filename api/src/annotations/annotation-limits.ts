import { Allowance } from '../platform/allowance.ts';
import type { Clock } from '../platform/clock.ts';

/** So often within ten minutes; far more than anybody writes while teaching. */
const mostAnnotationChanges = 200;

/** How often a person may write, edit and withdraw annotations. Each process counts for itself. */
export class AnnotationLimits {
  private readonly changes: Allowance;

  constructor(clock: Clock) {
    this.changes = new Allowance({ most: mostAnnotationChanges, windowMs: 10 * 60_000, clock });
  }

  mayWrite(personId: string): boolean {
    return this.changes.take(personId);
  }
}
