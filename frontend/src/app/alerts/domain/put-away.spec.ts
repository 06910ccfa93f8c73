import { isPutAway, readPutAway } from './put-away';
import type { Urgency } from './urgency';

describe('isPutAway', () => {
  const rows: readonly [name: string, at: Urgency, now: Urgency, isAway: boolean][] = [
    ['PRE-1 stays away', 'soon', 'soon', true],
    ['PRE-4 comes back in the last minute', 'soon', 'last', false],
    ['PRE-4 stays away in the last minute', 'last', 'last', true],
    ['PRE-6 comes back once the start is missed', 'last', 'missed', false],
    ['PRE-6 and then stays away for good', 'missed', 'missed', true],
    ['PRE-11 stays away while the clock is set back a little', 'last', 'soon', true],
    ['PRE-2 an offer of sound that was put away is no countdown', 'calm', 'soon', false],
  ];
  for (const [name, at, now, isAway] of rows) {
    it(name, () => {
      expect(isPutAway({ key: 'a@1', urgency: at }, 'a@1', now)).toBe(isAway);
    });
  }

  it('PRE-11 another session, and the same at another time, is not away', () => {
    expect(isPutAway({ key: 'a@1', urgency: 'soon' }, 'a@2', 'soon')).toBe(false);
    expect(isPutAway(null, 'a@1', 'soon')).toBe(false);
  });
});

describe('readPutAway', () => {
  it('PRE-1 takes back what was remembered, and nothing else', () => {
    const kept = { key: 'a@1', urgency: 'soon' };
    expect(readPutAway(JSON.parse(JSON.stringify(kept)))).toEqual({ key: 'a@1', urgency: 'soon' });
    for (const rubbish of [null, 'soon', 7, {}, { key: 1, urgency: 'soon' }, { key: 'a' }]) {
      expect(readPutAway(rubbish)).toBeNull();
    }
    expect(readPutAway({ key: 'a@1', urgency: 'never' })).toBeNull();
  });
});
