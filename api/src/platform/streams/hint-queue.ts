import type { Hint, News } from './news.ts';

type Result = IteratorResult<Hint, undefined>;

/** More news than this are not kept for a slow listener, who then reads the table. */
const mostNews = 100;

/** Hints for one listener: any number that nobody has taken yet are one. */
export class HintQueue implements AsyncIterableIterator<Hint, undefined> {
  private kept: { hint: Hint } | null = null;
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

  hint(news: News | null): void {
    const waiting = this.waiting.shift();
    if (waiting) waiting.resolve({ done: false, value: news && [news] });
    else this.kept = { hint: this.merged(news) };
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
    if (this.kept) {
      const { hint } = this.kept;
      this.kept = null;
      return Promise.resolve({ done: false, value: hint });
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

  private merged(news: News | null): Hint {
    const before = this.kept ? this.kept.hint : [];
    if (news === null || before === null || before.length >= mostNews) return null;
    return [...before, news];
  }
}
