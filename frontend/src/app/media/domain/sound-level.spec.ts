import fc from 'fast-check';
import { loudness, nextLevel } from './sound-level';

describe('loudness', () => {
  const rows: readonly [name: string, samples: readonly number[], level: number][] = [
    ['PRE-8 silence', [0, 0, 0], 0],
    ['PRE-8 no samples', [], 0],
    ['PRE-8 as loud as can be', [1, -1], 1],
    ['PRE-8 a tenth is twenty decibels less', [0.1, -0.1], 2 / 3],
  ];
  for (const [name, samples, level] of rows) {
    it(name, () => {
      expect(loudness(new Float32Array(samples))).toBeCloseTo(level, 5);
    });
  }

  it('PRE-8 stays between silence and full', () => {
    const samples = fc.array(fc.float({ min: -2, max: 2, noNaN: true }));
    fc.assert(
      fc.property(samples, (list) => {
        const level = loudness(new Float32Array(list));
        return level >= 0 && level <= 1;
      }),
    );
  });
});

describe('nextLevel', () => {
  it('PRE-8 rises at once', () => {
    expect(nextLevel(0.1, 0.9)).toBe(0.9);
  });

  it('PRE-8 falls slowly', () => {
    expect(nextLevel(1, 0)).toBeCloseTo(0.5);
  });
});
