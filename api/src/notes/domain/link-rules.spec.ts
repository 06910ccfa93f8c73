import { areLinksOpen, linksChangeableMs } from './link-rules.ts';

describe('areLinksOpen', () => {
  const rows: readonly [string, number | null, number, boolean][] = [
    ['ROOM-4 before the end', null, 5000, true],
    ['ROOM-4 for a day behind it', 1000, 1000 + linksChangeableMs - 1, true],
    ['ROOM-4 and not longer', 1000, 1000 + linksChangeableMs, false],
  ];
  for (const [title, endedAt, now, expected] of rows) {
    it(title, () => {
      expect(areLinksOpen(endedAt, now)).toBe(expected);
    });
  }
});
