import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';

const everyMs = 10_000;

/** Says what goes on being wrong at most once in ten seconds for each message. */
export class RareLog {
  private readonly saidAt = new Map<string, number>();

  constructor(
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  warn(error: unknown, message: string): void {
    const now = this.clock.now();
    if (now - (this.saidAt.get(message) ?? -Infinity) < everyMs) return;
    this.saidAt.set(message, now);
    this.logger.warn({ err: error }, message);
  }
}
