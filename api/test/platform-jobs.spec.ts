import { systemClock } from '../src/platform/clock.ts';
import { createJobs } from '../src/platform/jobs/create-jobs.ts';
import type { JobData, Jobs } from '../src/platform/jobs/jobs.ts';
import { createLogger } from '../src/platform/logger.ts';
import { freshDatabase } from './test-database.ts';

/** Rings that were heard, and a way to wait for them. */
class Heard {
  readonly rings: JobData[] = [];
  private readonly waiting = new Set<() => void>();

  readonly hear = (data: JobData): Promise<void> => {
    this.rings.push(data);
    for (const check of this.waiting) check();
    return Promise.resolve();
  };

  async count(wanted: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const check = () => {
      if (this.rings.length >= wanted) resolve();
    };
    this.waiting.add(check);
    check();
    await promise;
    this.waiting.delete(check);
  }
}

describe('jobs on PostgreSQL', () => {
  let databaseUrl: string;
  let log: string[];

  beforeAll(async () => {
    databaseUrl = await freshDatabase();
  });

  beforeEach(() => {
    log = [];
  });

  function open(): Jobs {
    const logger = createLogger('warn', { write: (line) => log.push(line) });
    return createJobs({ backend: 'postgres', databaseUrl, mongoUrl: null }, logger);
  }

  it('ring at their instant, each key and instant once', async () => {
    await using jobs = open();
    const heard = new Heard();
    jobs.define('once', heard.hear);
    await jobs.start();
    const at = systemClock.now() + 300;
    const ring = { at, key: 'a', data: { session: 'a' } };
    await Promise.all([jobs.at('once', ring), jobs.at('once', ring), jobs.at('once', ring)]);
    await jobs.at('once', { at: at + 100, key: 'b', data: { session: 'b' } });
    await heard.count(2);
    expect(systemClock.now()).toBeGreaterThanOrEqual(at);
    expect(heard.rings.map((data) => data['session'])).toEqual(['a', 'b']);
  });

  it('ring what came due while nothing ran', async () => {
    const heard = new Heard();
    {
      await using before = open();
      before.define('late', heard.hear);
      await before.start();
      await before.at('late', { at: systemClock.now() + 60_000, key: 'x', data: { session: 'x' } });
    }
    await using jobs = open();
    jobs.define('past', heard.hear);
    await jobs.start();
    await jobs.at('past', { at: systemClock.now() - 60_000, key: 'y', data: { session: 'y' } });
    await heard.count(1);
    expect(heard.rings.map((data) => data['session'])).toEqual(['y']);
  });

  it('let a handler set its own next ring while it runs', async () => {
    await using jobs = open();
    const heard = new Heard();
    jobs.define('chain', async (data) => {
      const step = Number(data['step']);
      if (step < 3) {
        const next = { at: systemClock.now() + 50, key: 'chain', data: { step: step + 1 } };
        await jobs.at('chain', next);
      }
      await heard.hear(data);
    });
    await jobs.start();
    await jobs.at('chain', { at: systemClock.now(), key: 'chain', data: { step: 1 } });
    await heard.count(3);
    expect(heard.rings.map((data) => data['step'])).toEqual([1, 2, 3]);
  });

  it('ring again and again', async () => {
    await using jobs = open();
    const heard = new Heard();
    jobs.define('often', heard.hear);
    await jobs.start();
    await jobs.every('often', 200);
    await heard.count(3);
    expect(heard.rings.length).toBeGreaterThanOrEqual(3);
  });

  it('log a handler that fails, and ring it again', async () => {
    await using jobs = open();
    const heard = new Heard();
    jobs.define('moody', async (data) => {
      await heard.hear(data);
      if (heard.rings.length === 1) throw new Error('out of paper');
    });
    await jobs.start();
    await jobs.at('moody', { at: systemClock.now(), key: 'k', data: {} });
    await heard.count(2);
    expect(log.join()).toContain('out of paper');
  });

  it('are finished before the end', async () => {
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let isDone = false;
    const jobs = open();
    jobs.define('slow', async () => {
      started.resolve();
      await gate.promise;
      isDone = true;
    });
    await jobs.start();
    await jobs.at('slow', { at: systemClock.now(), key: 's', data: {} });
    await started.promise;
    const ending = jobs[Symbol.asyncDispose]();
    gate.resolve();
    await ending;
    expect(isDone).toBeTrue();
  });
});
