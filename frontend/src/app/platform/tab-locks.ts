import { Service } from '@angular/core';

const prefix = 'peerlearn.';

/** What only one of a browser's tabs may do at a time. A tab that closes lets go by itself. */
@Service()
export class TabLocks {
  /** Takes the lock if it is free, and tells how to let go; `null` where another tab has it. */
  take(name: string): Promise<(() => void) | null> {
    // Without locks there is one tab as far as anybody can tell.
    if (!('locks' in navigator)) return Promise.resolve(() => undefined);
    const taken = Promise.withResolvers<(() => void) | null>();
    const holding = navigator.locks.request(prefix + name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        taken.resolve(null);
        return undefined;
      }
      const held = Promise.withResolvers<void>();
      taken.resolve(held.resolve);
      return held.promise;
    });
    holding.catch(taken.reject);
    return taken.promise;
  }

  /** Whether some tab has the lock, this one included. */
  async isTaken(name: string): Promise<boolean> {
    if (!('locks' in navigator)) return false;
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === prefix + name);
  }
}
