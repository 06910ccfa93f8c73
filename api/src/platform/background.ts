import type { Logger } from './logger.ts';

/** Work that nobody waits for, and that is finished before the program ends. */
export class Background implements AsyncDisposable {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly logger: Logger) {}

  run(name: string, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        this.logger.error({ err: error, work: name }, 'work in the background failed');
      })
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Resolves when all that runs now is finished. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.settled();
  }
}
