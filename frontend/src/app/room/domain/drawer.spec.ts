import { draggedShare, drawerShares, restingShare } from './drawer';

describe('the drawer of a phone', () => {
  const drags = [
    ['up', -100, 0.64],
    ['down', 100, 0.44],
    ['no further up than its top', -900, drawerShares.tall],
    ['not out of sight while it is held', 900, 0.12],
  ] as const;
  for (const [name, byPx, share] of drags) {
    it(`ROOM-14 is dragged ${name}`, () => {
      expect(draggedShare(drawerShares.half, byPx, 1000)).toBeCloseTo(share);
    });
  }

  const rests = [
    [0.2, null],
    [0.45, drawerShares.half],
    [0.6, drawerShares.half],
    [0.75, drawerShares.tall],
  ] as const;
  for (const [share, rest] of rests) {
    it(`ROOM-14 let go at ${String(share)} it ${rest === null ? 'closes' : 'rests'}`, () => {
      expect(restingShare(share)).toBe(rest);
    });
  }
});
