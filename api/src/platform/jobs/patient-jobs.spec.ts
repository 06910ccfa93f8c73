import { createLogger } from '../logger.ts';
import type { Jobs } from './jobs.ts';
import { PatientJobs } from './patient-jobs.ts';

/** A store that answers when the test says so, and what it was asked for. */
class AwayJobs implements Jobs {
  isAway = true;
  readonly asked: string[] = [];

  define(name: string): void {
    this.asked.push(`define ${name}`);
  }

  at(name: string): Promise<void> {
    return this.answer(`at ${name}`);
  }

  every(name: string): Promise<void> {
    return this.answer(`every ${name}`);
  }

  start(): Promise<void> {
    return this.answer('start');
  }

  checkHealth(): Promise<void> {
    return this.answer('health');
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.asked.push('end');
    return Promise.resolve();
  }

  private answer(question: string): Promise<void> {
    this.asked.push(question);
    return this.isAway ? Promise.reject(new Error('nobody there')) : Promise.resolve();
  }
}

describe('PatientJobs', () => {
  const ring = { at: 1, key: 'one', data: {} };
  let log: string[];
  let store: AwayJobs;
  let jobs: PatientJobs;
  let swept: number;

  beforeEach(() => {
    jasmine.clock().install();
    log = [];
    swept = 0;
    store = new AwayJobs();
    jobs = new PatientJobs(() => store, createLogger('info', { write: (line) => log.push(line) }));
    jobs.define('sweep', () => {
      swept += 1;
      return Promise.resolve();
    });
  });

  afterEach(async () => {
    await jobs[Symbol.asyncDispose]();
    jasmine.clock().uninstall();
  });

  async function later(ms: number): Promise<void> {
    jasmine.clock().tick(ms);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }

  it('FAIL-12 start without their store, say so, and go on with it when it is there', async () => {
    await jobs.start();
    await jobs.every('sweep', 30_000);
    expect(log.join()).toContain('the store of the jobs does not answer');
    await expectAsync(jobs.checkHealth()).toBeRejected();
    await expectAsync(jobs.at('ring', ring)).toBeRejected();
    await later(5000);
    store.isAway = false;
    await later(5000);
    const again = ['define sweep', 'end', 'start'];
    expect(store.asked).toEqual(['define sweep', 'start', ...again, ...again, 'every sweep']);
    await expectAsync(jobs.checkHealth()).toBeResolved();
    await expectAsync(jobs.at('ring', ring)).toBeResolved();
    await later(60_000);
    expect(swept).toBe(0);
  });

  it('FAIL-12 LIFE-9 do themselves what rings again and again while their store is away', async () => {
    await jobs.start();
    await jobs.every('sweep', 30_000);
    await later(60_000);
    expect(swept).toBe(2);
  });

  it('FAIL-12 try no more after the end', async () => {
    await jobs.start();
    await jobs.every('sweep', 30_000);
    await jobs[Symbol.asyncDispose]();
    const asked = store.asked.length;
    await later(60_000);
    expect([store.asked.length, swept]).toEqual([asked, 0]);
  });

  it('FAIL-12 pass everything on where the store is there', async () => {
    store.isAway = false;
    await jobs.start();
    await jobs.every('sweep', 30_000);
    await jobs.at('ring', ring);
    expect(store.asked).toEqual(['define sweep', 'start', 'every sweep', 'at ring']);
  });
});
