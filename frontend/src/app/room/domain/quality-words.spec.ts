import { type Quality, qualityWords } from './quality-words';

const rows: readonly [quality: Quality, text: string, bars: number][] = [
  ['excellent', 'Connection: excellent', 3],
  ['good', 'Connection: good', 2],
  ['poor', 'Connection: poor', 1],
  ['lost', 'Connection: lost', 0],
  ['unknown', 'Connection: measuring', 0],
];

describe('qualityWords', () => {
  for (const [quality, text, bars] of rows) {
    it(`ROOM-1 ${quality} reads "${text}"`, () => {
      expect(qualityWords(quality)).toEqual({ text, bars });
    });
  }
});
