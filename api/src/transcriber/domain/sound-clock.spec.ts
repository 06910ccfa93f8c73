import fc from 'fast-check';
import { arrived, instantOf, type SoundClock, unheardClock } from './sound-clock.ts';

const frameMs = 10;
const frame = 160;

/** Frames of 10 ms that were spoken one after the other from 1,000,000 on, each so much late. */
function after(lates: readonly number[]): SoundClock {
  return lates.reduce(
    (clock, late, index) => arrived(clock, frame, 1_000_000 + (index + 1) * frameMs + late),
    unheardClock,
  );
}

describe('the clock of a stream of sound', () => {
  it('ROOM-8 goes by what was least late', () => {
    const clock = after([80, 30, 400, 35, 900, 60]);
    expect(instantOf(clock, 0) - 1_000_000).toBeCloseTo(30, 0);
    expect(instantOf(clock, 16_000) - 1_001_000).toBeCloseTo(30, 0);
  });

  it('ROOM-8 is never later than the latest arrival, and a busy second moves it little', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 100 }), (lates) => {
        const off = instantOf(after(lates), 0) - 1_000_000;
        expect(off).toBeGreaterThanOrEqual(Math.min(...lates) - 1);
        expect(off).toBeLessThanOrEqual(Math.min(...lates) + lates.length * 0.05 + 1);
      }),
    );
  });

  it('ROOM-8 follows a gap in the end', () => {
    const clock = after([20, ...Array<number>(60_000).fill(2020)]);
    expect(instantOf(clock, 0) - 1_000_000).toBe(2020);
  });
});
