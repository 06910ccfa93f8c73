/** Lets so many pieces of work run at a time; the others wait in the order of their coming. */
export class Limiter {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(places: number) {
    this.free = places;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push(resolve);
    return promise;
  }

  private leave(): void {
    const next = this.waiting.shift();
    // The place goes over to whoever waits, so nobody who comes meanwhile can take it.
    if (next) next();
    else this.free += 1;
  }
}
