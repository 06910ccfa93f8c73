import { isChatKept } from './kept-chat.ts';

describe('isChatKept', () => {
  const rows: readonly [string, number | null, number | null, boolean][] = [
    ['LIFE-8 keeps the chat where the course says nothing', 5, null, true],
    ['LIFE-8 does not keep that of a session to come', null, 10, false],
    ['LIFE-8 does not keep that of a session that ended since then', 10, 10, false],
    ['LIFE-8 keeps that of a session that ended before', 9, 10, true],
  ];
  for (const [title, endedAt, since, expected] of rows) {
    it(title, () => {
      expect(isChatKept(endedAt, since)).toBe(expected);
    });
  }
});
