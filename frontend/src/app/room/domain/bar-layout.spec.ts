import { barLayout, slotsIn } from './bar-layout';

const controls = [
  { id: 'microphone', rank: 1 },
  { id: 'camera', rank: 2 },
  { id: 'screen', rank: 6 },
  { id: 'chat', rank: 4 },
  { id: 'help', rank: null },
  { id: 'leave', rank: 3 },
] as const;

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('barLayout', () => {
  it('ROOM-3 keeps the order, and what is no control of the bar in the menu', () => {
    const { bar, menu } = barLayout(controls, 20);
    expect(ids(bar)).toEqual(['microphone', 'camera', 'screen', 'chat', 'leave']);
    expect(ids(menu)).toEqual(['help']);
  });

  it('ROOM-14 the menu takes a place; what matters least goes into it first', () => {
    const { bar, menu } = barLayout(controls, 5);
    expect(ids(bar)).toEqual(['microphone', 'camera', 'chat', 'leave']);
    expect(ids(menu)).toEqual(['screen', 'help']);
  });

  it('ROOM-14 without a menu every place is a control', () => {
    const few = controls.filter(({ rank }) => rank !== null);
    expect(ids(barLayout(few, 5).menu)).toEqual([]);
    expect(ids(barLayout(few, 4).menu)).toEqual(['screen', 'chat']);
  });

  it('ROOM-14 one stays however little room there is', () => {
    expect(ids(barLayout(controls, 1).bar)).toEqual(['microphone']);
  });
});

describe('slotsIn', () => {
  const rows = [
    ['a small phone', 320, 16, 5],
    ['a phone', 390, 16, 6],
    ['a laptop', 1280, 16, 16],
    ['letters twice as large', 390, 32, 3],
    ['nothing yet', 0, 16, 3],
  ] as const;
  for (const [name, width, rem, slots] of rows) {
    it(`ROOM-14 ${name}: ${String(slots)}`, () => {
      expect(slotsIn(width, rem)).toBe(slots);
    });
  }
});
