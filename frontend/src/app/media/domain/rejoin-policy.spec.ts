import { isStuck } from './rejoin-policy';

describe('isStuck', () => {
  const rows: readonly [failedAttempts: number, stuck: boolean][] = [
    [0, false],
    [2, false],
    [3, true],
    [10, true],
  ];
  for (const [failedAttempts, stuck] of rows) {
    it(`FAIL-1 after ${String(failedAttempts)} failed attempts: ${String(stuck)}`, () => {
      expect(isStuck(failedAttempts)).toBe(stuck);
    });
  }
});
