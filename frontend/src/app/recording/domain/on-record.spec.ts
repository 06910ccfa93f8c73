import { isOnRecord } from './on-record';

describe('what was on the record', () => {
  const spans = [
    { from: 1000, to: 5000 },
    { from: 9000, to: null },
  ];
  const cases: readonly [from: number, until: number, isOn: boolean][] = [
    [1000, 5000, true],
    [800, 4000, true],
    [500, 4000, false],
    [2000, 5001, false],
    [6000, 8000, false],
    [4000, 9500, false],
    [9000, 99_000, true],
  ];
  for (const [from, until, isOn] of cases) {
    it(`ROOM-18 from ${String(from)} until ${String(until)}: ${isOn ? 'it was' : 'it was not'}`, () => {
      expect(isOnRecord(spans, from, until)).toBe(isOn);
    });
  }

  it('ROOM-18 nothing was, where nobody ever agreed', () => {
    expect(isOnRecord([], 0, 1)).toBe(false);
  });
});
