import fc from 'fast-check';
import { toldSilence } from './told-silence.ts';

const now = 1_000_000;
const joinedAt = now - 600_000;
/** Seconds from now. */
const at = (seconds: number): number => now + seconds * 1000;

describe('toldSilence', () => {
  const rows: readonly [
    string,
    told: readonly [number, number],
    believed: readonly [number, number] | null,
  ][] = [
    ['LIFE-2 is believed from the last sign of life', [-8, 0], [-8, 0]],
    ['LIFE-2 may be over', [-20, -12], [-20, -12]],
    ['LIFE-2 is not still to come', [-8, 30], [-8, 0]],
    ['LIFE-2 began no longer ago than a minute', [-300, 0], [-60, 0]],
    ['LIFE-2 is nothing where it was over by then', [-300, -90], null],
    ['LIFE-2 is nothing where it is next to nothing', [-0.9, 0], null],
    ['LIFE-2 is nothing where it ends before it begins', [-3, -8], null],
    ['LIFE-2 is nothing where all of it is to come', [3, 8], null],
  ];
  for (const [name, [from, until], believed] of rows) {
    it(name, () => {
      const silence = toldSilence({ from: at(from), until: at(until) }, joinedAt, now);
      expect(silence).toEqual(believed && { from: at(believed[0]), to: at(believed[1]) });
    });
  }

  it('LIFE-2 does not begin before they joined', () => {
    const told = { from: at(-8), until: at(0) };
    expect(toldSilence(told, at(-5), now)).toEqual({ from: at(-5), to: at(0) });
    expect(toldSilence(told, at(0), now)).toBeNull();
  });

  it('LIFE-2 lies within what was told, the stay, and the last minute, whatever is told', () => {
    const instant = fc.integer({ min: 0, max: 2 * now });
    expect(() => {
      fc.assert(
        fc.property(instant, instant, instant, (from, until, joined) => {
          const silence = toldSilence({ from, until }, joined, now);
          if (silence === null) return;
          const { from: begin, to } = silence;
          const isWithin = begin >= Math.max(from, joined) && to <= Math.min(until, now);
          if (!isWithin || begin > to || begin < at(-60)) throw new Error('it reaches too far');
        }),
      );
    }).not.toThrow();
  });
});
