/** Waits for a hint or for the time after which one looks anyway, without leaving a timer behind. */
export class NextHint {
  private readonly hints: AsyncIterator<void>;
  private pending: Promise<IteratorResult<void>> | null = null;

  constructor(
    hints: AsyncIterable<void>,
    private readonly recheckMs: number,
    private readonly signal: AbortSignal,
  ) {
    this.hints = hints[Symbol.asyncIterator]();
  }

  /** False when there is nothing to wait for any more. */
  async orTimeout(): Promise<boolean> {
    const pending = (this.pending ??= this.hints.next());
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => {
      resolve(null);
    }, this.recheckMs);
    try {
      const result = await Promise.race([pending, late]);
      if (result === null) return !this.signal.aborted;
      this.pending = null;
      return result.done !== true;
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.hints.return?.();
  }
}
