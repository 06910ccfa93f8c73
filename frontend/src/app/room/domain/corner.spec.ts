import { type Corner, cornerByKey, cornerOf, nearestCorner } from './corner';

describe('the corner of the own picture', () => {
  const points: readonly [x: number, y: number, corner: Corner][] = [
    [0.1, 0.1, 'top-left'],
    [0.9, 0.2, 'top-right'],
    [0.2, 0.8, 'bottom-left'],
    [0.6, 0.6, 'bottom-right'],
    [-3, 7, 'bottom-left'],
  ];
  for (const [x, y, corner] of points) {
    it(`ROOM-2 let go at ${String(x)}, ${String(y)} it goes to the ${corner}`, () => {
      expect(nearestCorner(x, y)).toBe(corner);
    });
  }

  const keys: readonly [from: Corner, key: string, to: Corner | null][] = [
    ['bottom-right', 'ArrowUp', 'top-right'],
    ['bottom-right', 'ArrowLeft', 'bottom-left'],
    ['bottom-right', 'ArrowDown', 'bottom-right'],
    ['top-left', 'ArrowRight', 'top-right'],
    ['top-left', 'Enter', null],
  ];
  for (const [from, key, to] of keys) {
    it(`ROOM-15 ${key} takes it from the ${from} to ${String(to)}`, () => {
      expect(cornerByKey(from, key)).toBe(to);
    });
  }

  it('ROOM-2 takes no rubbish for a corner', () => {
    expect([cornerOf('top-left'), cornerOf('middle'), cornerOf(null)]).toEqual([
      'top-left',
      null,
      null,
    ]);
  });
});
