import { ApolloCache, type Cache } from '@apollo/client/cache';

/**
 * Keeps nothing: the stores hold what was learnt, and a second copy could only disagree with them.
 * Apollo asks for a cache even where every policy is `no-cache`; its own one weighs 20 kB.
 */
export class NoCache extends ApolloCache {
  override read(): null {
    return null;
  }

  override write(): undefined {
    return undefined;
  }

  override diff<T>(): Cache.DiffResult<T> {
    return { complete: false, result: null, missing: undefined } as never;
  }

  override watch(): () => void {
    return () => undefined;
  }

  override reset(): Promise<void> {
    return Promise.resolve();
  }

  override evict(): boolean {
    return false;
  }

  override restore(): this {
    return this;
  }

  override extract(): null {
    return null;
  }

  override removeOptimistic(): void {
    // Nothing was written.
  }

  override fragmentMatches(): boolean {
    return true;
  }

  override performTransaction(): void {
    // Nothing is written.
  }
}
