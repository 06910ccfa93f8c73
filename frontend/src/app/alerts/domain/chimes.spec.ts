import { type Chime, chimes, gainOf, isWanted } from './chimes';

const loud = { chimeFiveMinutes: true, chimeOneMinute: true, chimeTenSeconds: true, volume: 70 };
const kinds = Object.keys(chimes) as readonly Chime[];
const loudness = (chime: Chime) => Math.max(...chimes[chime].map(({ gain }) => gain));

describe('chimes', () => {
  it('PRE-2 are told apart by their tones', () => {
    const tunes = kinds.map((kind) =>
      chimes[kind].map(({ at, hz }) => `${String(at)} ${String(hz)}`).join(),
    );
    expect(new Set(tunes).size).toBe(kinds.length);
  });

  it('PRE-2 the one at a minute is louder than the others', () => {
    for (const kind of kinds.filter((one) => one !== 'one-minute')) {
      expect(loudness('one-minute')).toBeGreaterThan(loudness(kind));
    }
  });

  const rows: readonly [name: string, off: Partial<typeof loud>, wanted: readonly Chime[]][] = [
    ['PRE-2 all of them', {}, ['five-minutes', 'one-minute', 'ten-seconds', 'start']],
    [
      'PRE-2 none at five minutes',
      { chimeFiveMinutes: false },
      ['one-minute', 'ten-seconds', 'start'],
    ],
    ['PRE-2 none at a minute', { chimeOneMinute: false }, ['five-minutes', 'ten-seconds', 'start']],
    ['PRE-2 none at ten seconds', { chimeTenSeconds: false }, ['five-minutes', 'one-minute']],
    ['PRE-2 none at volume 0', { volume: 0 }, []],
  ];
  for (const [name, off, wanted] of rows) {
    it(name, () => {
      expect(kinds.filter((kind) => isWanted(kind, { ...loud, ...off }))).toEqual([...wanted]);
    });
  }

  it('PRE-2 volume goes from nothing to all, and no further', () => {
    expect([0, 50, 100, 150, -5].map(gainOf)).toEqual([0, 0.25, 1, 1, 0]);
  });
});
