import { Allowance } from '../platform/allowance.ts';
import type { Clock } from '../platform/clock.ts';

const windowMs = 10 * 60_000;

/** So often within ten minutes; more than a page that saves by itself ever does. */
const mostWithinWindow = { saves: 900, links: 120 } as const;

/** How often a person may save notes and change links. Each process counts for itself. */
export class NoteLimits {
  private readonly saves: Allowance;
  private readonly links: Allowance;

  constructor(clock: Clock) {
    this.saves = new Allowance({ most: mostWithinWindow.saves, windowMs, clock });
    this.links = new Allowance({ most: mostWithinWindow.links, windowMs, clock });
  }

  maySave(personId: string): boolean {
    return this.saves.take(personId);
  }

  mayChangeLinks(personId: string): boolean {
    return this.links.take(personId);
  }
}
