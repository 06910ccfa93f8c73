import { type Quality, qualityWords } from './quality-words';

const rows: readonly [quality: Quality, word: string, bars: number][] = [
  ['excellent', 'Excellent', 3],
  ['good', 'Good', 2],
  ['poor', 'Poor', 1],
  ['lost', 'Lost', 0],
  ['unknown', 'Measuring', 0],
];

describe('qualityWords', () => {
  for (const [quality, word, bars] of rows) {
    const text = `Connection: ${word.toLowerCase()}`;
    it(`ROOM-1 ${quality} reads "${text}"`, () => {
      expect(qualityWords(quality)).toEqual({ word, text, bars });
    });
  }
});
