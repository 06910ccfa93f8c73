type Open<T> = (signal: AbortSignal) => AsyncIterable<T> | Promise<AsyncIterable<T>>;

/**
 * A stream that can be left while it waits. A generator takes notice of `return()` only when its
 * current wait is over, so leaving also aborts the signal that the wait listens to.
 */
export class AbortableStream<T> implements AsyncIterableIterator<T, undefined> {
  private constructor(
    private readonly source: AsyncIterator<T>,
    private readonly controller: AbortController,
  ) {}

  static async open<T>(open: Open<T>): Promise<AbortableStream<T>> {
    const controller = new AbortController();
    const source = await open(controller.signal);
    return new AbortableStream(source[Symbol.asyncIterator](), controller);
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    const step = await this.source.next();
    return step.done ? { done: true, value: undefined } : step;
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.controller.abort();
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
