import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { Repeat } from './repeat.ts';

/** Something that is not kept for ever. */
export interface Chore {
  /** What is removed, for the log. */
  readonly name: string;
  /** Removes a small portion of what is too old by now; says how many, 0 where nothing is left. */
  readonly portion: (now: number) => Promise<number>;
}

export interface HousekeepingOptions {
  readonly chores: readonly Chore[];
  readonly clock: Clock;
  readonly logger: Logger;
}

const everyMs = 3600_000;

/**
 * Removes every hour what is too old, in small portions, so that nobody waits for a lock. Any number
 * of processes may do it at the same time.
 */
export class Housekeeping implements AsyncDisposable {
  private readonly tidying = new Repeat(() => this.tidy());
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(private readonly options: HousekeepingOptions) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), everyMs);
    void this.run();
  }

  /** Resolves when nothing that is too old by now is left, or it was tried. */
  run(): Promise<void> {
    return this.tidying.run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.tidying.run();
  }

  private async tidy(): Promise<void> {
    for (const chore of this.options.chores) await this.finish(chore);
  }

  private async finish({ name, portion }: Chore): Promise<void> {
    const { clock, logger } = this.options;
    let count = 0;
    try {
      const now = clock.now();
      for (let some = -1; some !== 0 && !this.isStopped; count += some) some = await portion(now);
    } catch (error) {
      // It is tried again in an hour.
      logger.warn({ err: error, what: name }, 'what is too old was not removed');
    }
    if (count > 0) logger.info({ what: name, count }, 'removed what is too old');
  }
}
