import fc from 'fast-check';
import { type Cut, PieceCutter, slicesInPiece } from './piece-cutter';

/** Slices that end at these times, given to a cutter that began at 0. */
function cut(ends: readonly number[]): { cutter: PieceCutter<number>; cuts: Cut<number>[] } {
  const cutter = new PieceCutter<number>(0);
  const cuts = ends.flatMap((until) => cutter.add({ data: until, until }) ?? []);
  return { cutter, cuts };
}

describe('PieceCutter', () => {
  it('ROOM-18 makes a piece of four slices, and keeps what is left for the end', () => {
    const { cutter, cuts } = cut([1, 2, 3, 4, 5, 6]);
    expect(cuts).toEqual([{ data: [1, 2, 3, 4], from: 0, until: 4 }]);
    expect(cutter.rest()).toEqual({ data: [5, 6], from: 4, until: 6 });
    expect(cutter.rest()).toBeNull();
  });

  it('ROOM-18 gives out nothing that is newer than when the two went off the record', () => {
    expect(cut([1, 2, 3]).cutter.rest(2.5)).toEqual({ data: [1, 2], from: 0, until: 2 });
    expect(cut([1, 2]).cutter.rest(0.5)).toBeNull();
  });

  it('ROOM-18 loses nothing, changes no order, and leaves no gap', () => {
    const ends = fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 40 });
    fc.assert(
      fc.property(ends, (lengths) => {
        let at = 0;
        const times = lengths.map((length) => (at += length));
        const { cutter, cuts } = cut(times);
        const all = [...cuts, ...[cutter.rest()].flatMap((rest) => rest ?? [])];
        expect(all.flatMap(({ data }) => data)).toEqual(times);
        all.forEach(({ from, data }, index) => {
          expect(from).toBe(index === 0 ? 0 : (all[index - 1]?.until ?? -1));
          expect(data.length).toBeLessThanOrEqual(slicesInPiece);
        });
      }),
    );
  });
});
