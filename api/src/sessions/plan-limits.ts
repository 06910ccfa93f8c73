import { Allowance } from '../platform/allowance.ts';
import type { Clock } from '../platform/clock.ts';

const windowMs = 10 * 60_000;

/** So often within ten minutes; far more than anybody needs, and far less than it takes to be a nuisance. */
export const mostWithinWindow = {
  plans: 100,
  changes: 30,
  reports: 60,
  gestures: 200,
  issues: 200,
} as const;

/**
 * How often a person may do what the other person of a session is told of, by mail and on every
 * device. Each process counts for itself.
 */
export class PlanLimits {
  private readonly plans: Allowance;
  private readonly changes: Allowance;
  private readonly reports: Allowance;
  private readonly gestures: Allowance;
  private readonly issues: Allowance;

  constructor(clock: Clock) {
    this.plans = new Allowance({ most: mostWithinWindow.plans, windowMs, clock });
    this.changes = new Allowance({ most: mostWithinWindow.changes, windowMs, clock });
    this.reports = new Allowance({ most: mostWithinWindow.reports, windowMs, clock });
    this.gestures = new Allowance({ most: mostWithinWindow.gestures, windowMs, clock });
    this.issues = new Allowance({ most: mostWithinWindow.issues, windowMs, clock });
  }

  /** Plan sessions of their own, perhaps those of a whole course. */
  mayPlan(personId: string): boolean {
    return this.plans.take(personId);
  }

  /** Book, cancel, or ask for and answer about another time. */
  mayChange(personId: string): boolean {
    return this.changes.take(personId);
  }

  /** Say how their devices are. */
  mayReport(personId: string): boolean {
    return this.reports.take(personId);
  }

  /** Raise and lower their hand. */
  mayGesture(personId: string): boolean {
    return this.gestures.take(personId);
  }

  /** Say what fails for them. */
  mayTellIssue(personId: string): boolean {
    return this.issues.take(personId);
  }
}
