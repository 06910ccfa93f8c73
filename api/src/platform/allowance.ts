import type { Clock } from './clock.ts';

export interface AllowanceOptions {
  /** So often within the window. */
  readonly most: number;
  readonly windowMs: number;
  readonly clock: Clock;
}

/** Counts, within this process, how often somebody did something lately, and says when it is too often. */
export class Allowance {
  private readonly taken = new Map<string, readonly number[]>();

  constructor(private readonly options: AllowanceOptions) {}

  /** Whether `key` may once more; what is granted counts. */
  take(key: string): boolean {
    const { most, windowMs, clock } = this.options;
    const now = clock.now();
    this.forget(now - windowMs);
    const lately = (this.taken.get(key) ?? []).filter((at) => at > now - windowMs);
    if (lately.length >= most) return false;
    // Whoever took last stands last, so that those to forget stand first.
    this.taken.delete(key);
    this.taken.set(key, [...lately, now]);
    return true;
  }

  /** How long it is until `key` may once more. */
  waitMs(key: string): number {
    const { most, windowMs, clock } = this.options;
    const oldest = this.taken.get(key)?.at(-most);
    return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - clock.now());
  }

  /** Forgets those who have not taken anything since; it looks no further than the first who has. */
  private forget(before: number): void {
    for (const [key, times] of this.taken) {
      if ((times.at(-1) ?? before) > before) return;
      this.taken.delete(key);
    }
  }
}
