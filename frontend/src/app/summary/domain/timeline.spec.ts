import { type Stay, timeline, together } from './timeline';

const stay = (from: number, to: number | null): Stay => ({ from, to });

describe('timeline', () => {
  it('LIFE-8 is nothing where nobody came', () => {
    expect(timeline([[], []], 100)).toBeNull();
  });

  it('LIFE-8 draws all to one scale', () => {
    expect(timeline([[stay(0, 50), stay(75, 100)], [stay(25, 100)]], 100)).toEqual({
      from: 0,
      to: 100,
      lanes: [
        [
          { start: 0, length: 0.5 },
          { start: 0.75, length: 0.25 },
        ],
        [{ start: 0.25, length: 0.75 }],
      ],
    });
  });

  it('LIFE-8 a stay that lasts goes on until now', () => {
    expect(timeline([[stay(0, null)]], 10)?.to).toBe(10);
  });
});

describe('together', () => {
  const rows: readonly [name: string, Stay[], Stay[], Stay[]][] = [
    ['not at all', [stay(0, 5)], [stay(5, 9)], []],
    ['a part', [stay(0, 5)], [stay(3, 9)], [stay(3, 5)]],
    ['with a break', [stay(0, 10)], [stay(1, 3), stay(5, 7)], [stay(1, 3), stay(5, 7)]],
    ['still', [stay(0, null)], [stay(3, null)], [stay(3, null)]],
  ];
  for (const [name, one, other, both] of rows) {
    it(`LIFE-3 ${name}`, () => {
      expect(together(one, other)).toEqual(both);
    });
  }
});
