import type { Logger } from './logger.ts';

export interface RoundsOptions {
  /** The pause before each round. */
  readonly everyMs: number;
  readonly logger: Logger;
  /** What is logged when a round fails; the next one comes all the same. */
  readonly fault: string;
}

/** Work that is done again and again, one round after the other, until it is disposed of. */
export class Rounds implements AsyncDisposable {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly options: RoundsOptions,
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    if (this.isStopped) return;
    const { everyMs, logger, fault } = this.options;
    this.timer = setTimeout(() => {
      this.round = this.work()
        .catch((error: unknown) => {
          logger.warn({ err: error }, fault);
        })
        .finally(() => {
          this.start();
        });
    }, everyMs);
  }

  /** Resolves when the round that runs is over. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }
}
