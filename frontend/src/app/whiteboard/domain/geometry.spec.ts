import fc from 'fast-check';
import { aLine, aPicture, aStroke, aText, anOutline, named } from './a-shape.testing';
import { type Box, boundsOf, encloses, fitted, grown, moved, union } from './geometry';
import { shapeAt, shapesAlong, touches } from './hit';
import { placeAround, placeBetween, strokePoint } from './new-shape';
import { frameOf, handlesOf, keepsRatio, redirected, resized } from './resize';
import type { Shape } from './shape';

const coordinate = fc.integer({ min: -2000, max: 2000 });
const extent = fc.integer({ min: 8, max: 1000 });
const anyPlace = fc.tuple(coordinate, coordinate, extent, extent);
const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  anyPlace.map((place) => anOutline(place)),
  fc.tuple(coordinate, coordinate, coordinate, coordinate).map((place) => aLine(place)),
  anyPlace.map((place) => aPicture(place)),
  fc
    .tuple(coordinate, coordinate, fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 }))
    .map(([x, y, points]) => aStroke([x, y, 0.1, 0.1], points)),
);

describe('the geometry of a board', () => {
  const boxes: readonly [string, Shape, Box][] = [
    ['a rectangle', anOutline([1, 2, 30, 40]), { x: 1, y: 2, w: 30, h: 40 }],
    ['a line to the left and up', aLine([10, 10, -5, -8]), { x: 5, y: 2, w: 5, h: 8 }],
    [
      'a stroke',
      aStroke(
        [10, 20, 0.1, 0.2],
        [
          [0, 0],
          [100, -50],
        ],
      ),
      { x: 10, y: 10, w: 10, h: 10 },
    ],
    ['a text', aText([3, 4, 10, 0]), { x: 3, y: 4, w: 20, h: 13 }],
    ['a note', aText([0, 0, 180, 120], { kind: 'note' }), { x: 0, y: 0, w: 180, h: 120 }],
  ];
  for (const [what, shape, box] of boxes) {
    it(`ROOM-17 knows the bounds of ${what}`, () => {
      expect(boundsOf(shape)).toEqual(box);
    });
  }

  it('ROOM-17 a note grows with its text', () => {
    const lines = Array.from({ length: 10 }, () => 'line');
    expect(boundsOf(aText([0, 0, 180, 120], { kind: 'note', lines })).h).toBe(10 * 18 * 1.3 + 28);
  });

  it('ROOM-17 whatever is moved has the same size elsewhere', () => {
    fc.assert(
      fc.property(anyShape, coordinate, coordinate, (shape, dx, dy) => {
        const before = boundsOf(shape);
        const after = boundsOf({ ...shape, place: moved(shape, dx, dy) });
        expect(after.x).toBeCloseTo(before.x + dx, 6);
        expect(after.y).toBeCloseTo(before.y + dy, 6);
        expect(after.w).toBeCloseTo(before.w, 6);
        expect(after.h).toBeCloseTo(before.h, 6);
      }),
    );
  });

  it('ROOM-17 whatever is fitted into a frame is within it', () => {
    fc.assert(
      fc.property(anyShape, anyPlace, (shape, [x, y, w, h]) => {
        const from = frameOf([shape]);
        if (!from) throw new Error('there is a frame');
        const after = boundsOf({ ...shape, place: fitted(shape, from, { x, y, w, h }) });
        expect(encloses(grown({ x, y, w, h }, 0.5), after)).toBeTrue();
      }),
    );
  });

  it('ROOM-17 has a frame around several', () => {
    expect(union([boundsOf(anOutline([0, 0, 10, 10])), boundsOf(aLine([50, 60, -5, 5]))])).toEqual({
      ...{ x: 0, y: 0, w: 50, h: 65 },
    });
    expect(union([])).toBeNull();
  });
});

describe('touching shapes', () => {
  const touched: readonly [string, Shape, number, number, boolean][] = [
    ['the edge of a rectangle', anOutline([0, 0, 100, 100]), 100, 50, true],
    ['the inside of a rectangle', anOutline([0, 0, 100, 100]), 50, 50, false],
    ['an ellipse at its top', anOutline([0, 0, 100, 60], { kind: 'ellipse' }), 50, 1, true],
    ['the corner of an ellipse', anOutline([0, 0, 100, 60], { kind: 'ellipse' }), 1, 1, false],
    ['a line near its middle', aLine([0, 0, 100, 100]), 52, 49, true],
    ['a line beyond its end', aLine([0, 0, 100, 100]), 120, 120, false],
    [
      'a stroke',
      aStroke(
        [0, 0, 0.1, 0.1],
        [
          [0, 0],
          [1000, 0],
        ],
      ),
      50,
      3,
      true,
    ],
    [
      'beside a stroke',
      aStroke(
        [0, 0, 0.1, 0.1],
        [
          [0, 0],
          [1000, 0],
        ],
      ),
      50,
      30,
      false,
    ],
    ['a mere dot', aStroke([5, 5, 0.1, 0.1], [[0, 0]]), 6, 6, true],
    ['a picture', aPicture([0, 0, 100, 100]), 50, 50, true],
  ];
  for (const [what, shape, x, y, expected] of touched) {
    it(`ROOM-17 ${expected ? 'touches' : 'does not touch'} ${what}`, () => {
      expect(touches(shape, { x, y }, 4)).toBe(expected);
    });
  }

  it('ROOM-17 means the uppermost that is touched, else the smallest around', () => {
    const large = named(anOutline([0, 0, 200, 200]), 'large', 2);
    const small = named(anOutline([50, 50, 40, 40]), 'small', 1);
    const line = named(aLine([0, 100, 200, 0]), 'line', 0);
    const shapes = [line, small, large];
    expect(shapeAt(shapes, { x: 70, y: 70 }, 4)?.id).toBe('small');
    expect(shapeAt(shapes, { x: 150, y: 150 }, 4)?.id).toBe('large');
    expect(shapeAt(shapes, { x: 100, y: 100 }, 4)?.id).toBe('line');
    expect(shapeAt(shapes, { x: 300, y: 300 }, 4)).toBeNull();
  });

  it('ROOM-17 the eraser misses nothing on a quick way', () => {
    const line = aLine([50, -100, 0, 200]);
    expect(shapesAlong([line], { x: 0, y: 0 }, { x: 400, y: 0 }, 8)).toEqual([line]);
    expect(shapesAlong([line], { x: 100, y: 0 }, { x: 400, y: 0 }, 8)).toEqual([]);
  });
});

describe('drawing and resizing', () => {
  it('ROOM-17 draws from any corner, and evenly with Shift', () => {
    const [from, to] = [
      { x: 100, y: 100 },
      { x: 60, y: 90 },
    ];
    expect(placeBetween('rectangle', from, to, false)).toEqual([60, 90, 40, 10]);
    expect(placeBetween('ellipse', from, to, true)).toEqual([60, 60, 40, 40]);
    expect(placeBetween('arrow', from, to, false)).toEqual([100, 100, -40, -10]);
    expect(placeBetween('line', from, { x: 150, y: 104 }, true)).toEqual([100, 100, 50.25, 0]);
    expect(placeAround('rectangle', from)).toEqual([20, 50, 160, 100]);
  });

  it('ROOM-17 keeps points in tenths and pressure in thousandths', () => {
    expect(strokePoint({ x: 1, y: 1 }, { x: 2.26, y: 0.5 }, 1.7)).toEqual([13, -5, 1000]);
  });

  it('ROOM-17 has handles at the corners, and of a line at its ends', () => {
    expect(handlesOf([anOutline([0, 0, 10, 20])]).map(({ handle }) => handle)).toEqual([
      ...(['nw', 'ne', 'se', 'sw'] as const),
    ]);
    const line = aLine([5, 5, 10, 0]);
    expect(handlesOf([line])).toEqual([
      { handle: 'start', at: { x: 5, y: 5 } },
      { handle: 'end', at: { x: 15, y: 5 } },
    ]);
    expect(redirected(line, 'start', { x: 0, y: 0 })).toEqual([0, 0, 15, 5]);
    expect(redirected(line, 'end', { x: 0, y: 0 })).toEqual([5, 5, -5, -5]);
    expect(handlesOf([])).toEqual([]);
  });

  it('ROOM-17 the opposite corner stays where it is', () => {
    const from = { x: 0, y: 0, w: 100, h: 50 };
    expect(resized(from, 'se', { x: 120, y: 80 }, false)).toEqual({ x: 0, y: 0, w: 120, h: 80 });
    expect(resized(from, 'nw', { x: 20, y: 10 }, false)).toEqual({ x: 20, y: 10, w: 80, h: 40 });
    expect(resized(from, 'ne', { x: 200, y: 40 }, true)).toEqual({ x: 0, y: -50, w: 200, h: 100 });
    expect(resized(from, 'se', { x: -50, y: -50 }, false)).toEqual({ x: 0, y: 0, w: 8, h: 8 });
    expect(keepsRatio([aPicture([0, 0, 1, 1])])).toBeTrue();
    expect(keepsRatio([anOutline([0, 0, 1, 1])])).toBeFalse();
  });
});
