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
});
