import { foldedText } from './folded-text.ts';

describe('foldedText', () => {
  const rows = [
    ['Élève', 'eleve'],
    ['GRÜSSE aus Straße', 'grusse aus strasse'],
    ['smørrebrød', 'smorrebrod'],
    ['ﬁve', 'five'],
    ['two   words ', 'two words'],
    ['İstanbul', 'istanbul'],
    ['数学', '数学'],
  ] as const;
  for (const [text, folded] of rows) {
    it(`ROOM-8 is found by who types no accents and no capitals: ${text}`, () => {
      expect(foldedText(text)).toBe(folded);
    });
  }
});
