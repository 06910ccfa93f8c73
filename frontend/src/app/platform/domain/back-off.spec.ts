import fc from 'fast-check';
import { backOffMs } from './back-off';

const backOff = { firstMs: 400, mostMs: 10_000 };

describe('backOffMs', () => {
  const rows: readonly [name: string, attempt: number, share: number, expected: number][] = [
    ['FAIL-1 starts small', 1, 1, 400],
    ['FAIL-1 doubles', 2, 1, 800],
    ['FAIL-1 doubles again', 3, 1, 1600],
    ['FAIL-1 stops growing', 30, 1, 10_000],
    ['FAIL-8 spreads clients over the upper half', 1, 0, 200],
    ['FAIL-8 takes attempt 0 as the first', 0, 1, 400],
  ];
  for (const [name, attempt, share, expected] of rows) {
    it(name, () => {
      expect(backOffMs(backOff, attempt, share)).toBe(expected);
    });
  }

  it('FAIL-8 never waits less than half of its step, nor longer than the most', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), shares, (attempt, share) => {
        const ms = backOffMs(backOff, attempt, share);
        return ms >= 200 && ms <= 10_000 && backOffMs(backOff, attempt + 1, share) >= ms;
      }),
    );
  });
});
