import { createLogger } from './logger.ts';
import { Rounds } from './rounds.ts';

describe('Rounds', () => {
  const options = { everyMs: 1000, fault: 'not asked after' };
  let log: string[];

  beforeEach(() => {
    jasmine.clock().install();
    log = [];
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  function roundsOf(work: () => Promise<void>): Rounds {
    const logger = createLogger('warn', { write: (line) => log.push(line) });
    return new Rounds({ ...options, logger }, work);
  }

  /** Lets what a round leaves behind come to its end. */
  async function passed(ms: number): Promise<void> {
    jasmine.clock().tick(ms);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }

  it('FAIL-12 go on, with a pause before each', async () => {
    let count = 0;
    const rounds = roundsOf(() => Promise.resolve(void (count += 1)));
    rounds.start();
    await passed(999);
    expect(count).toBe(0);
    await passed(1);
    await passed(1000);
    expect(count).toBe(2);
    await rounds[Symbol.asyncDispose]();
  });

  it('FAIL-12 go on after one that fails, which is logged', async () => {
    let count = 0;
    const rounds = roundsOf(() => {
      count += 1;
      return Promise.reject(new Error('away'));
    });
    rounds.start();
    await passed(1000);
    await passed(1000);
    expect(count).toBe(2);
    expect(log.length).toBe(2);
    expect(log.join()).toContain('not asked after');
    await rounds[Symbol.asyncDispose]();
  });

  it('FAIL-12 never overlap, and end with the one that runs', async () => {
    const gate = Promise.withResolvers<void>();
    let count = 0;
    let isOver = false;
    const rounds = roundsOf(() => {
      count += 1;
      return gate.promise;
    });
    rounds.start();
    await passed(1000);
    await passed(5000);
    expect(count).toBe(1);
    const ended = rounds[Symbol.asyncDispose]().then(() => {
      isOver = true;
    });
    await passed(0);
    expect(isOver).toBe(false);
    gate.resolve();
    await ended;
    await passed(5000);
    expect(count).toBe(1);
  });

  it('FAIL-12 do not begin once they have been disposed of', async () => {
    let count = 0;
    const rounds = roundsOf(() => Promise.resolve(void (count += 1)));
    await rounds[Symbol.asyncDispose]();
    rounds.start();
    await passed(5000);
    expect(count).toBe(0);
  });
});
