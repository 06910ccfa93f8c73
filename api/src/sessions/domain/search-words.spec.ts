import { searchWords } from './search-words.ts';

describe('searchWords', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['  !&|()\'":* ', []],
    ['Algebra', ['algebra']],
    ['Maya  maya', ['maya']],
    ['o’brien & <b>', ['o', 'brien', 'b']],
    ['Ångström 2', ['ångström', '2']],
    ['ana.lima@example.com', ['ana', 'lima', 'example', 'com']],
    ['a b c d e f g', ['a', 'b', 'c', 'd', 'e']],
  ];
  for (const [text, words] of rows) {
    it(`PRE-12 finds ${words.join(' ') || 'nothing'} in ${JSON.stringify(text)}`, () => {
      expect(searchWords(text)).toEqual(words);
    });
  }
});
