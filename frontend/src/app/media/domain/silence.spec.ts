import { flatSince, isFlat, isSilent } from './silence';

describe('silence', () => {
  const rows: readonly [name: string, samples: readonly number[], isFlat: boolean][] = [
    ['nothing', [0, 0, 0], true],
    ['the noise of a converter', [2e-5, -3e-5, 1e-5], true],
    ['a quiet room', [2e-4, -1e-4, 3e-4], false],
    ['a voice', [0.1, -0.2, 0.15], false],
  ];
  for (const [name, samples, expected] of rows) {
    it(`FAIL-3 ${name} is ${expected ? 'flat' : 'heard'}`, () => {
      expect(isFlat(Float32Array.from(samples))).toBe(expected);
    });
  }

  it('FAIL-3 is one after four seconds without a sound, and over with the first', () => {
    let since = flatSince(null, true, 1000);
    since = flatSince(since, true, 4999);
    expect(isSilent(since, 4999)).toBe(false);
    expect(isSilent(since, 5000)).toBe(true);
    since = flatSince(since, false, 5001);
    expect(isSilent(since, 60_000)).toBe(false);
    expect(isSilent(flatSince(since, true, 60_000), 60_000)).toBe(false);
  });
});
