import fc from 'fast-check';
import { type Box, captionBox, fitted, frameSize, layoutOf } from './picture-layout';

const mia = { personId: 'mia', name: 'Mia' };
const leo = { personId: 'leo', name: 'Leo' };

function isWithin(inner: Box, outer: Box): boolean {
  const near = 0.001;
  return (
    inner.x >= outer.x - near &&
    inner.y >= outer.y - near &&
    inner.x + inner.width <= outer.x + outer.width + near &&
    inner.y + inner.height <= outer.y + outer.height + near
  );
}

function isApart(one: Box, other: Box): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  );
}

describe('the layout of a recording', () => {
  it('ROOM-18 shows who speaks large, and the other small', () => {
    const tiles = layoutOf({ screenOf: null, seats: [mia, leo], largeId: 'leo' });
    expect(tiles.map(({ label, isLarge }) => [label, isLarge])).toEqual([
      ['Leo', true],
      ['Mia', false],
    ]);
  });

  it('ROOM-18 shows a shared screen large, and both small', () => {
    const tiles = layoutOf({ screenOf: 'Mia', seats: [mia, leo], largeId: 'leo' });
    expect(tiles.map(({ source, isLarge }) => [source, isLarge])).toEqual([
      ['screen', true],
      [{ personId: 'mia' }, false],
      [{ personId: 'leo' }, false],
    ]);
    expect(tiles[0]?.label).toBe('Mia shares the screen');
  });

  it('ROOM-18 gives who is alone all the room, and an empty room none', () => {
    const [alone] = layoutOf({ screenOf: null, seats: [mia], largeId: 'leo' });
    expect(alone?.box.width).toBe(frameSize.width - 24);
    expect(layoutOf({ screenOf: null, seats: [], largeId: null })).toEqual([]);
  });

  it('ROOM-18 everybody is seen once, apart from each other and from the caption, in the frame', () => {
    const sight = fc.record({
      screenOf: fc.option(fc.constant('Mia')),
      seats: fc.subarray([mia, leo]),
      largeId: fc.option(fc.constantFrom('mia', 'leo', 'somebody')),
    });
    fc.assert(
      fc.property(sight, (seen) => {
        const tiles = layoutOf(seen);
        expect(tiles.length).toBe(seen.seats.length + (seen.screenOf === null ? 0 : 1));
        const boxes = [...tiles.map(({ box }) => box), captionBox];
        boxes.forEach((box, index) => {
          expect(isWithin(box, { x: 0, y: 0, ...frameSize })).toBe(true);
          expect(boxes.slice(index + 1).every((other) => isApart(box, other))).toBe(true);
        });
      }),
    );
  });

  it('ROOM-18 no picture is drawn out of shape, whichever way it is fitted', () => {
    const length = fc.integer({ min: 16, max: 4000 });
    const box = { x: 12, y: 12, width: 988, height: 660 };
    const how = fc.constantFrom('all', 'full');
    fc.assert(
      fc.property(length, length, how, (width, height, kind) => {
        const { from, to } = fitted({ width, height }, box, kind);
        expect(isWithin(to, box)).toBe(true);
        expect(isWithin(from, { x: 0, y: 0, width, height })).toBe(true);
        expect(to.width / from.width).toBeCloseTo(to.height / from.height, 5);
        const [whole, wanted] = kind === 'all' ? [from, { width, height }] : [to, box];
        expect(whole.width).toBeCloseTo(wanted.width, 5);
        expect(whole.height).toBeCloseTo(wanted.height, 5);
      }),
    );
  });
});
