import fc from 'fast-check';
import {
  fitting,
  panned,
  pinched,
  startView,
  toBoard,
  toScreen,
  zoomLimits,
  zoomedAt,
} from './view';

const number = fc.double({ min: -500, max: 500, noNaN: true });
const point = fc.record({ x: number, y: number });
const view = fc.record({
  x: number,
  y: number,
  zoom: fc.double({ min: 0.2, max: 4, noNaN: true }),
});

describe('the view of a board', () => {
  it('ROOM-17 board and screen are each other’s reverse', () => {
    fc.assert(
      fc.property(view, point, (seen, at) => {
        const back = toScreen(seen, toBoard(seen, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('ROOM-17 what is at the pointer stays there while zooming', () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(view, point, factor, (seen, at, by) => {
        const zoomed = zoomedAt(seen, at, by);
        expect(toBoard(zoomed, at).x).toBeCloseTo(toBoard(seen, at).x, 6);
        expect(zoomed.zoom).toBeGreaterThanOrEqual(zoomLimits.least);
        expect(zoomed.zoom).toBeLessThanOrEqual(zoomLimits.most);
      }),
    );
  });

  it('ROOM-17 what two fingers hold stays below them', () => {
    const before = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ] as const;
    const after = [
      { x: 80, y: 150 },
      { x: 280, y: 150 },
    ] as const;
    const seen = pinched(startView, before, after);
    expect(seen.zoom).toBe(2);
    for (const finger of [0, 1] as const) {
      expect(toBoard(seen, after[finger])).toEqual(toBoard(startView, before[finger]));
    }
    expect(pinched(startView, [before[0], before[0]], after).zoom).toBe(1);
  });

  it('ROOM-17 moves with the hand', () => {
    expect(panned({ x: 0, y: 0, zoom: 2 }, 10, -20)).toEqual({ x: -5, y: 10, zoom: 2 });
  });

  it('ROOM-17 shows all that there is, and no larger than it was drawn', () => {
    const size = { w: 864, h: 464 };
    expect(fitting({ x: 0, y: 0, w: 1600, h: 400 }, size)).toEqual({ x: -64, y: -264, zoom: 0.5 });
    expect(fitting({ x: 10, y: 10, w: 20, h: 20 }, size).zoom).toBe(1);
    expect(fitting(null, size)).toEqual(startView);
    expect(fitting({ x: 0, y: 0, w: 1, h: 1 }, { w: 0, h: 0 })).toEqual(startView);
  });
});
