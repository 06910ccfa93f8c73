import type { Clock } from '../clock.ts';
import type { Allowances, Quota } from './allowances.ts';

/** Counts within this process. */
export class LocalAllowances implements Allowances {
  /** When each took something, by the name of the quota. */
  private readonly taken = new Map<string, Map<string, readonly number[]>>();

  constructor(private readonly clock: Clock) {}

  take(quota: Quota, key: string, count = 1): Promise<number> {
    return Promise.resolve(this.takeNow(quota, key, count));
  }

  async checkHealth(): Promise<void> {
    // There is nobody to ask.
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Nothing is held.
  }

  private takeNow({ name, most, windowMs }: Quota, key: string, count: number): number {
    const now = this.clock.now();
    const ofQuota = this.taken.get(name) ?? new Map<string, readonly number[]>();
    this.taken.set(name, ofQuota);
    forget(ofQuota, now - windowMs);
    const lately = (ofQuota.get(key) ?? []).filter((at) => at > now - windowMs);
    const over = lately.length + count - most;
    // What is more than the whole of it is never granted.
    if (over > 0) return (lately[over - 1] ?? now) + windowMs - now;
    // Whoever took last stands last, so that those to forget stand first.
    ofQuota.delete(key);
    ofQuota.set(key, [...lately, ...Array.from({ length: count }, () => now)]);
    return 0;
  }
}

/** Forgets those who have not taken anything since; it looks no further than the first who has. */
function forget(taken: Map<string, readonly number[]>, before: number): void {
  for (const [key, times] of taken) {
    if ((times.at(-1) ?? before) > before) return;
    taken.delete(key);
  }
}
