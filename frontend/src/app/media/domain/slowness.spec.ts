import { Slowness } from './slowness';

describe('Slowness', () => {
  function told(times: readonly number[]): number {
    const slowness = new Slowness(66);
    return times.filter((ms) => slowness.note(ms)).length;
  }
  const many = (ms: number, count: number) => Array.from({ length: count }, () => ms);

  it('ROOM-3 lets a machine be slow at first', () => {
    expect(told([...many(900, 10), ...many(20, 200)])).toBe(0);
  });

  it('ROOM-3 does not mind a picture now and then', () => {
    expect(told(Array.from({ length: 400 }, (_none, at) => (at % 3 === 0 ? 300 : 20)))).toBe(0);
  });

  it('ROOM-3 tells when most pictures take too long', () => {
    expect(told(many(120, 50))).toBe(1);
  });
});
