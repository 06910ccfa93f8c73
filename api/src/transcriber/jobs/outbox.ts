import type { Logger } from '../../platform/logger.ts';
import { Repeat } from '../../platform/repeat.ts';
import { Rounds } from '../../platform/rounds.ts';

const retryMs = 1000;
const atOnce = 100;

/** Things that are to be written in their order and for certain, however long that takes. */
export class Outbox<Item> implements AsyncDisposable {
  private readonly waiting: Item[] = [];
  private readonly writing = new Repeat(() => this.writeAll());
  private readonly retries: Rounds;

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<void>,
    logger: Logger,
  ) {
    const fault = 'what was said waits for the database';
    this.retries = new Rounds({ everyMs: retryMs, logger, fault }, () => this.writing.run());
    this.retries.start();
  }

  put(item: Item): void {
    this.waiting.push(item);
    // Where that fails, the next round says so and tries again.
    this.writing.run().catch(() => undefined);
  }

  /** Tries once more; what cannot be written now is lost. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.retries[Symbol.asyncDispose]();
    await this.writing.run();
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const items = this.waiting.slice(0, atOnce);
      await this.write(items);
      this.waiting.splice(0, items.length);
    }
  }
}
