import { noticeInstant } from './notice-instant.ts';

describe('noticeInstant', () => {
  const rows: readonly [string, number, number, number][] = [
    ['LIFE-2 takes the arrival inside the stamped second', 100, 100_420, 100_420],
    ['LIFE-2 dates a late notice into the second it was stamped with', 100, 105_000, 100_999],
    ['LIFE-2 does not go before the stamp when the clocks differ', 100, 99_500, 100_000],
  ];
  for (const [title, stamp, receivedAt, expected] of rows) {
    it(title, () => {
      expect(noticeInstant(stamp, receivedAt)).toBe(expected);
    });
  }
});
