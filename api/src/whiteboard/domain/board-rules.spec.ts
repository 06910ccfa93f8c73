import { boardRules, bytesIn, isBase64, placeToMerge, roomFor } from './board-rules.ts';

describe('the rules of a whiteboard', () => {
  const rules = { ...boardRules, mostUpdates: 10, keptUpdates: 3 };

  const merging: readonly [string, number, number, number | null][] = [
    ['nothing is there', 0, 0, null],
    ['there are few', 9, 0, null],
    ['there are many', 10, 0, 7],
    ['there are many behind the snapshot', 27, 7, 24],
    ['there are few behind the snapshot', 16, 7, null],
  ];
  for (const [when, last, snapshot, place] of merging) {
    it(`ROOM-17 says up to where to merge when ${when}`, () => {
      expect(placeToMerge(last, snapshot, rules)).toBe(place);
    });
  }

  it('ROOM-17 leaves room to take something away from a full board', () => {
    expect(roomFor(false, rules)).toBe(rules.mostOfBoard);
    expect(roomFor(true, rules)).toBeGreaterThan(rules.mostOfBoard);
  });

  const texts: readonly [string, boolean][] = [
    ['', false],
    ['AAA=', true],
    ['AA==', true],
    ['AAAA', true],
    ['AAA', false],
    ['AA=A', false],
    ['A_A-', false],
    ['AAAA\n', false],
    ['ÄÄÄÄ', false],
  ];
  for (const [text, expected] of texts) {
    it(`ROOM-17 ${JSON.stringify(text)} is ${expected ? '' : 'not '}Base64`, () => {
      expect(isBase64(text)).toBe(expected);
    });
  }

  it('ROOM-17 knows how many bytes a text holds without reading it', () => {
    expect(bytesIn(Buffer.alloc(300).toString('base64'))).toBe(300);
  });
});
