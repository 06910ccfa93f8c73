import { partText } from './part-text';

describe('the text of a recorded part', () => {
  const at = (second: number) => new Date(second * 1000).toISOString();
  const cases: readonly [
    from: number | null,
    to: number | null,
    bytes: number | null,
    text: string,
  ][] = [
    [0, 40, 4_600_000, '40 s, 4 MB'],
    [0, 125, 200, '2:05 min, 1 MB'],
    [0, 60, null, '1:00 min'],
    [null, 60, 1_500_000_000, '1431 MB'],
    [null, null, null, ''],
  ];
  for (const [from, to, bytes, text] of cases) {
    it(`ROOM-12 says "${text}"`, () => {
      const startedAt = from === null ? null : at(from);
      const endedAt = to === null ? null : at(to);
      expect(partText({ startedAt, endedAt, bytes })).toBe(text);
    });
  }
});
