import { Allowance } from './allowance.ts';

describe('Allowance', () => {
  it('grants so much within the window, to each by themselves', () => {
    let now = 0;
    const allowance = new Allowance({ most: 2, windowMs: 100, clock: { now: () => now } });
    expect([allowance.take('ana'), allowance.take('ana'), allowance.take('ana')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(allowance.take('leo')).toBe(true);
    now = 99;
    expect(allowance.take('ana')).toBe(false);
    now = 100;
    expect(allowance.take('ana')).toBe(true);
  });

  it('counts for each what they took lately, whoever else takes something', () => {
    let now = 0;
    const allowance = new Allowance({ most: 2, windowMs: 100, clock: { now: () => now } });
    for (const [at, key, isGranted] of [
      [0, 'ana', true],
      [10, 'leo', true],
      [20, 'ana', true],
      [99, 'ana', false],
      // Leo, who stands first now, is still counted; the first of Ana's is not any more.
      [105, 'ana', true],
      [106, 'leo', true],
      [107, 'ana', false],
      [110, 'leo', true],
    ] as const) {
      now = at;
      expect(allowance.take(key))
        .withContext(`${key} at ${String(at)}`)
        .toBe(isGranted);
    }
  });

  it('says how long it is until there is one more', () => {
    let now = 0;
    const allowance = new Allowance({ most: 2, windowMs: 100, clock: { now: () => now } });
    expect(allowance.waitMs('ana')).toBe(0);
    allowance.take('ana');
    expect(allowance.waitMs('ana')).toBe(0);
    now = 30;
    allowance.take('ana');
    expect(allowance.waitMs('ana')).toBe(70);
    now = 100;
    expect(allowance.waitMs('ana')).toBe(0);
  });
});
