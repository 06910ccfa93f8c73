type Result = IteratorResult<void, undefined>;

/** Hints for one listener: any number that nobody has taken yet are one. */
export class HintQueue implements AsyncIterableIterator<void, undefined> {
  private isHinted = false;
  private isEnded = false;
  private waiting: PromiseWithResolvers<Result>[] = [];
  private readonly onAbort = () => {
    this.end();
  };

  constructor(
    private readonly signal: AbortSignal,
    private readonly onEnd: () => void,
  ) {
    if (signal.aborted) this.isEnded = true;
    else signal.addEventListener('abort', this.onAbort, { once: true });
  }

  hint(): void {
    const waiting = this.waiting.shift();
    if (waiting) waiting.resolve({ done: false, value: undefined });
    else this.isHinted = true;
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.signal.removeEventListener('abort', this.onAbort);
    for (const waiting of this.waiting.splice(0)) waiting.resolve({ done: true, value: undefined });
    this.onEnd();
  }

  next(): Promise<Result> {
    if (this.isEnded) return Promise.resolve({ done: true, value: undefined });
    if (this.isHinted) {
      this.isHinted = false;
      return Promise.resolve({ done: false, value: undefined });
    }
    const waiting = Promise.withResolvers<Result>();
    this.waiting.push(waiting);
    return waiting.promise;
  }

  return(): Promise<Result> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
