import fc from 'fast-check';
import { type FailedAttempt, nextAttemptAt, pauseMs } from './back-off.ts';

const failed: FailedAttempt = {
  attempts: 1,
  mostAttempts: Infinity,
  expiresAt: 3_600_000,
  isPermanent: false,
  luck: 0.5,
};

describe('pauseMs', () => {
  for (const [attempts, seconds] of [
    [1, 5],
    [2, 10],
    [3, 20],
    [6, 160],
    [7, 300],
    [1000, 300],
  ] as const) {
    it(`PRE-10 waits ${String(seconds)} seconds after attempt ${String(attempts)}`, () => {
      expect(pauseMs(attempts, 0.5)).toBe(seconds * 1000);
    });
  }

  it('PRE-10 scatters what failed together by a quarter at the most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, luck) => {
          const usual = pauseMs(attempts, 0.5);
          expect(Math.abs(pauseMs(attempts, luck) - usual)).toBeLessThanOrEqual(usual / 4 + 1);
        },
      ),
    );
  });
});

describe('nextAttemptAt', () => {
  const rows: [string, Partial<FailedAttempt>, number | null][] = [
    ['PRE-10 tries again', {}, 5000],
    ['PRE-10 gives up what is refused for good', { isPermanent: true }, null],
    ['PRE-10 gives up after the last attempt', { attempts: 4, mostAttempts: 4 }, null],
    ['PRE-10 gives up when it would be of no use any more', { expiresAt: 5000 }, null],
    ['PRE-10 tries again on a whole second', { luck: 0.6 }, 6000],
  ];
  for (const [name, changes, expected] of rows) {
    it(name, () => {
      expect(nextAttemptAt({ ...failed, ...changes }, 0)).toBe(expected);
    });
  }
});
