import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** How long the tasks of this page took that took longer than 50 ms. */
    longTasks?: number[];
  }
}

/** What a page took of its main thread for some time. */
export interface Cost {
  readonly longestTaskMs: number;
  /** Of each of 60 frames a second: the scripts alone, and with style, layout and painting. */
  readonly scriptMs: number;
  readonly mainThreadMs: number;
}

type Metric = 'ScriptDuration' | 'TaskDuration' | 'Nodes';

/** Watches what one page takes of the browser. */
export class PageCost {
  private readonly page: Page;
  private readonly tools: CDPSession;

  private constructor(page: Page, tools: CDPSession) {
    this.page = page;
    this.tools = tools;
  }

  static async of(page: Page): Promise<PageCost> {
    const tools = await page.context().newCDPSession(page);
    await tools.send('Performance.enable');
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longTasks?.push(duration);
      }).observe({ type: 'longtask' });
    });
    return new PageCost(page, tools);
  }

  /** Begins now; what it gives ends it. */
  async begin(): Promise<() => Promise<Cost>> {
    await this.page.evaluate(() => {
      window.longTasks = [];
    });
    const before = await this.metrics();
    const beganAt = performance.now();
    return async () => {
      const after = await this.metrics();
      const frames = ((performance.now() - beganAt) / 1000) * 60;
      const took = (name: Metric) => ((after[name] - before[name]) * 1000) / frames;
      const long = await this.page.evaluate(() => window.longTasks ?? []);
      return {
        longestTaskMs: Math.max(0, ...long),
        scriptMs: took('ScriptDuration'),
        mainThreadMs: took('TaskDuration'),
      };
    };
  }

  /** What is in use when all that can be thrown away has been. */
  async memory(): Promise<{ readonly bytes: number; readonly nodes: number }> {
    await this.tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.tools.send('Runtime.getHeapUsage');
    return { bytes: usedSize, nodes: (await this.metrics()).Nodes };
  }

  private async metrics(): Promise<Record<Metric, number>> {
    const { metrics } = await this.tools.send('Performance.getMetrics');
    const of = (metric: Metric) => {
      const found = metrics.find(({ name }) => name === metric);
      if (!found) throw new Error(`the browser does not tell ${metric}`);
      return found.value;
    };
    return {
      ScriptDuration: of('ScriptDuration'),
      TaskDuration: of('TaskDuration'),
      Nodes: of('Nodes'),
    };
  }
}
