import { systemClock } from '../src/platform/clock.ts';
import type { JobData } from '../src/platform/jobs/jobs.ts';

interface HeardRing {
  readonly data: JobData;
  readonly at: number;
}

/** Rings that were heard, and a way to wait for them. */
export class Heard {
  readonly rings: HeardRing[] = [];
  private readonly waiting = new Set<() => void>();

  readonly hear = (data: JobData): Promise<void> => {
    this.rings.push({ data, at: systemClock.now() });
    for (const check of this.waiting) check();
    return Promise.resolve();
  };

  /** What the rings were told under this name, in the order they came. */
  told(name: string): unknown[] {
    return this.rings.map(({ data }) => data[name]);
  }

  async count(wanted: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const check = () => {
      if (this.rings.length >= wanted) resolve();
    };
    this.waiting.add(check);
    check();
    await promise;
    this.waiting.delete(check);
  }
}
