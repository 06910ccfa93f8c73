import type { Page } from '@playwright/test';

/**
 * The browser's counts of received packets, which can be held. Nothing outside the browser holds back media
 * and leaves its connection alone, so what is caused is what the page sees of it.
 */
export class StoppedCounts {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** To be called before the page is opened. */
  static async in(page: Page): Promise<StoppedCounts> {
    await page.addInitScript(() => {
      const counts = new Map<string, number>();
      const ask = Reflect.get(RTCRtpReceiver.prototype, 'getStats');
      RTCRtpReceiver.prototype.getStats = async function (): Promise<RTCStatsReport> {
        const report = new Map<string, { type: string; packetsReceived?: number }>();
        (await ask.call(this)).forEach((stats: { id: string; type: string }) => {
          report.set(stats.id, { ...stats });
        });
        for (const [id, stats] of report) {
          if (stats.packetsReceived === undefined) continue;
          if (!('areCountsHeld' in globalThis)) counts.set(id, stats.packetsReceived);
          stats.packetsReceived = counts.get(id) ?? 0;
        }
        return report;
      };
    });
    return new StoppedCounts(page);
  }

  async hold(): Promise<void> {
    await this.page.evaluate(() => Object.assign(globalThis, { areCountsHeld: true }));
  }

  async letGo(): Promise<void> {
    await this.page.evaluate(() => Reflect.deleteProperty(globalThis, 'areCountsHeld'));
  }
}
