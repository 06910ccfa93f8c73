import { laidOut, readShape, longestText } from './shape';
import { linesOf } from './text-lines';

/** Every letter is half as wide as it is high. */
const measure = (text: string, font: number) => (text.length * font) / 2;
const box = [10, 20, 100, 50];

describe('readShape', () => {
  it('ROOM-17 reads what was drawn', () => {
    const raw = { kind: 'ellipse', place: box, ink: 'red', thickness: 'bold', z: 3, by: 'maya' };
    expect(readShape('a', raw, measure)).toEqual({
      ...{ id: 'a', kind: 'ellipse', place: [10, 20, 100, 50] },
      ...{ ink: 'red', thickness: 'bold', z: 3, by: 'maya' },
    });
  });

  const none: readonly [string, Record<string, unknown>][] = [
    ['nothing', {}],
    ['a kind that is not known', { kind: 'cube', place: box }],
    ['a shape without a place', { kind: 'line' }],
    ['half a place', { kind: 'line', place: [1, 2, 3] }],
    ['a place that is no number', { kind: 'line', place: [1, 2, 'x', 4] }],
    ['a place beyond all numbers', { kind: 'line', place: [1, 2, Infinity, 4] }],
    ['a stroke without points', { kind: 'pen', place: box, points: [] }],
    ['a stroke with half a point', { kind: 'pen', place: box, points: [1, 2] }],
    ['a picture of somewhere else', { kind: 'picture', place: box, file: '//evil.example/x' }],
    ['a picture of no file', { kind: 'picture', place: box, file: 7 }],
  ];
  for (const [what, raw] of none) {
    it(`ROOM-17 shows no shape for ${what}`, () => {
      expect(readShape('a', raw, measure)).toBeNull();
    });
  }

  it('ROOM-17 shows what another version styles otherwise, and nothing beyond reason', () => {
    const raw = { kind: 'line', place: [1e9, 0, 1, 1], ink: 'glitter', thickness: 7 };
    expect(readShape('a', raw, measure)).toEqual(
      jasmine.objectContaining({ ink: 'ink', thickness: 'medium', place: [1e6, 0, 1, 1] }),
    );
    const text = 'x'.repeat(longestText + 1);
    const read = readShape('a', { kind: 'text', place: [0, 0, 20, 0], text }, measure);
    expect(read && 'text' in read && read.text.length).toBe(longestText);
  });

  it('ROOM-17 breaks the text of a note where its paper ends', () => {
    // 128 wide without its margins: fourteen letters of nine.
    const { lines } = laidOut('note', [0, 0, 156, 80], 'check both equations', measure);
    expect(lines).toEqual(['check both', 'equations']);
  });
});

describe('linesOf', () => {
  const cases: readonly [string, number, readonly string[]][] = [
    ['', 10, ['']],
    ['short', 10, ['short']],
    ['one two three', 7, ['one two', 'three']],
    ['one\n\ntwo', 10, ['one', '', 'two']],
    ['unbreakable', 4, ['unbr', 'eaka', 'ble']],
    ['a unbreakable', 4, ['a', 'unbr', 'eaka', 'ble']],
    ['wide', 0, ['w', 'i', 'd', 'e']],
    ['  kept  blanks', 20, ['  kept  blanks']],
  ];
  for (const [text, room, lines] of cases) {
    it(`ROOM-17 sets ${JSON.stringify(text)} in ${String(room)}`, () => {
      expect(linesOf(text, room, (part) => part.length)).toEqual(lines);
    });
  }
});
