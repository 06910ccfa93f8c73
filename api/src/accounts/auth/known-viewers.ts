import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Viewer } from '../viewer.ts';

/**
 * How long a sign-in is believed without being looked up again. In the process where it ends it ends
 * at once; in the others, and for a role that was given, within this time.
 */
export const believedMs = 10_000;
/** So many are remembered; the longest known go first. */
const mostKnown = 10_000;

interface Known {
  readonly viewer: Viewer;
  readonly until: number;
}

/** Who was behind a cookie a moment ago, so that not every request asks the database. */
export class KnownViewers {
  private readonly known = new Map<string, Known>();
  private endings = 0;

  constructor(private readonly clock: Clock) {}

  get count(): number {
    return this.known.size;
  }

  /** The viewer of the cookie: remembered, or looked up; only one who may stay is remembered. */
  async of(
    cookie: string,
    lookUp: () => Promise<{ readonly viewer: Viewer | null; readonly endsAt: number }>,
  ): Promise<Viewer | null> {
    // What lies in memory for a while is of no use to sign in with.
    const key = createHash('sha256').update(cookie).digest('base64');
    const known = this.known.get(key);
    if (known && this.clock.now() < known.until) return known.viewer;
    this.known.delete(key);
    const endingsBefore = this.endings;
    const { viewer, endsAt } = await lookUp();
    // Whoever was looked up while somebody signed out may be just that one.
    if (viewer && this.endings === endingsBefore) this.remember(key, viewer, endsAt);
    return viewer;
  }

  /** A sign-in of the person has ended, or their roles have changed. */
  forget(personId: string): void {
    this.endings += 1;
    for (const [key, { viewer }] of this.known) {
      if (viewer.personId === personId) this.known.delete(key);
    }
  }

  private remember(key: string, viewer: Viewer, endsAt: number): void {
    const until = Math.min(endsAt, this.clock.now() + believedMs);
    this.known.set(key, { viewer, until });
    if (this.known.size <= mostKnown) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
