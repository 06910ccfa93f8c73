import fc from 'fast-check';
import { both, gathered, settle } from './settle';

describe('settle', () => {
  const rows: readonly [
    name: string,
    texts: readonly [base: string, mine: string, theirs: string],
    settled: ReturnType<typeof settle>,
  ][] = [
    ['nothing changed', ['a', 'a', 'a'], { text: 'a' }],
    ['only here', ['a', 'ab', 'a'], { text: 'ab' }],
    ['only there', ['a', 'a', 'b'], { text: 'b' }],
    ['the same in both', ['a', 'ab', 'ab'], { text: 'ab' }],
    ['more here', ['a', 'abc', 'ab'], { text: 'abc' }],
    ['more there', ['a', 'ab', 'abc'], { text: 'abc' }],
    ['emptied here, unchanged there', ['a', '', 'a'], { text: '' }],
    ['another in each', ['a', 'ab', 'ac'], { conflict: true }],
  ];
  for (const [name, [base, mine, theirs], settled] of rows) {
    it(`ROOM-4 ${name}`, () => {
      expect(settle(base, mine, theirs)).toEqual(settled);
    });
  }

  it('ROOM-4 loses no word: whatever was changed in either place is in the outcome', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
        const settled = settle(base, mine, theirs);
        if ('conflict' in settled) return;
        for (const text of [mine, theirs]) {
          expect(text === base || settled.text.startsWith(text)).toBe(true);
        }
      }),
    );
  });

  it('ROOM-4 keeps both, one below the other', () => {
    expect(both('mine\n', 'theirs')).toBe('mine\n\ntheirs');
  });
});

describe('gathered', () => {
  const rows: readonly [texts: readonly string[], all: string][] = [
    [[], ''],
    [['a'], 'a'],
    [['a', 'a'], 'a'],
    [['ab', 'a'], 'ab'],
    [['a', 'ab'], 'ab'],
    [['one', 'two'], 'one\n\ntwo'],
  ];
  for (const [texts, all] of rows) {
    it(`ROOM-4 ${JSON.stringify(texts)}`, () => {
      expect(gathered(texts)).toBe(all);
    });
  }
});
