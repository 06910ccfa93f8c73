import { type MutedSpeech, nextSpeech, silentSpeech } from './muted-speech';

/** A level every 100 ms; `#` is loud. Gives how often the person is told. */
function told(levels: string): number {
  let [speech, count]: [MutedSpeech, number] = [silentSpeech, 0];
  Array.from(levels).forEach((level, step) => {
    const before = speech.isTold;
    speech = nextSpeech(speech, level === '#' ? 0.8 : 0.1, step * 100);
    if (speech.isTold && !before) count++;
  });
  return count;
}

describe('nextSpeech', () => {
  const rows = [
    ['silence is nothing', '..........', 0],
    ['a cough is nothing', '..##....###..', 0],
    ['speech is told once', '..##############', 1],
    ['and not again at once', `${'#'.repeat(10)}.${'#'.repeat(20)}`, 1],
    ['but after half a minute', `${'#'.repeat(10)}${'.'.repeat(300)}${'#'.repeat(10)}`, 2],
  ] as const;
  for (const [name, levels, times] of rows) {
    it(`ROOM-10 ${name}`, () => {
      expect(told(levels)).toBe(times);
    });
  }
});
