import { Service, inject } from '@angular/core';
import { PageLife } from './page-life';

/** Keeps the screen from going dark. Browsers take the right away with each hiding of the page. */
@Service()
export class WakeLock {
  private readonly page = inject(PageLife);
  private lock: WakeLockSentinel | null = null;
  private isWanted = false;

  constructor() {
    // As long as the app lives, and nothing happens while nobody wants it.
    this.page.returns.subscribe(() => {
      if (this.isWanted) void this.take();
    });
  }

  async hold(): Promise<void> {
    this.isWanted = true;
    await this.take();
  }

  async release(): Promise<void> {
    this.isWanted = false;
    const { lock } = this;
    this.lock = null;
    await lock?.release();
  }

  private async take(): Promise<void> {
    if ((this.lock && !this.lock.released) || !this.page.isVisible || !hasWakeLock()) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.isWanted) this.lock = lock;
      else await lock.release();
    } catch {
      // The battery is low or the page may not: then the screen goes dark as it always does.
    }
  }
}

/** Types promise it everywhere; some browsers and all insecure pages are without it. */
function hasWakeLock(): boolean {
  return 'wakeLock' in navigator;
}
