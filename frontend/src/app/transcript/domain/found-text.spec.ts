import { foundIn, pieces, searchKey } from './found-text';

function marked(text: string, search: string): string {
  return pieces(text, foundIn({ text }, searchKey(search)))
    .map((piece) => (piece.hit === null ? piece.text : `[${piece.text}]`))
    .join('');
}

describe('a search in a text', () => {
  const rows = [
    ['The élève and the ELEVE', 'eleve', 'The [élève] and the [ELEVE]'],
    ['The e\u0301le\u0300ve.', 'eleve', 'The [e\u0301le\u0300ve].'],
    ['Die Straße', 'strasse', 'Die [Straße]'],
    ['Groß', 'gros', '[Groß]'],
    ['two   words', 'two words', '[two   words]'],
    ['aaaa', 'aa', '[aa][aa]'],
    ['50 % (a+b)', '(A+B)', '50 % [(a+b)]'],
    ['😀 smile', 'smile', '😀 [smile]'],
    ['nothing here', 'else', 'nothing here'],
    ['nothing here', '  ', 'nothing here'],
  ] as const;
  for (const [text, search, expected] of rows) {
    it(`ROOM-8 finds "${search}": ${expected}`, () => {
      expect(marked(text, search)).toBe(expected);
    });
  }
});
