import { type NetworkMood, calmNetwork, isBad, nextMood } from './network-mood';

/** One look a second; `x` is bad, `-` is good, `?` is unknown. Gives the mood after each. */
function moods(looks: string): string {
  let mood: NetworkMood = calmNetwork;
  const after = Array.from(looks).map((look, second) => {
    mood = nextMood(mood, look === '?' ? null : look === 'x', second * 1000);
    return mood.isStable ? 's' : 'U';
  });
  return after.join('');
}

describe('nextMood', () => {
  const rows = [
    ['ROOM-10 stays stable', '-----', 'sssss'],
    ['ROOM-10 a moment of trouble is no news', '-x-x-x', 'ssssss'],
    ['ROOM-10 is unstable after two seconds of trouble', '-xxxx', 'sssUU'],
    ['ROOM-10 is stable after five seconds of calm', 'xxx------', 'ssUUUUUUs'],
    ['ROOM-10 a moment of calm is no news', 'xxx---x---x', 'ssUUUUUUUUU'],
    ['ROOM-10 what nobody knows is no news', 'xxx???????', 'ssUUUUUUUU'],
  ] as const;
  for (const [name, looks, expected] of rows) {
    it(name, () => {
      expect(moods(looks)).toBe(expected);
    });
  }
});

describe('isBad', () => {
  const rows = [
    ['excellent', false, false],
    ['good', false, false],
    ['poor', false, true],
    ['lost', false, true],
    ['unknown', false, null],
    ['good', true, true],
  ] as const;
  for (const [quality, isReconnecting, bad] of rows) {
    it(`ROOM-10 ${quality}${isReconnecting ? ', reconnecting' : ''}: ${String(bad)}`, () => {
      expect(isBad(quality, isReconnecting)).toBe(bad);
    });
  }
});
