import fc from 'fast-check';
import { type Speaker, type Voices, atFirst, nextSpeaker, staysMs } from './active-speaker';

const self: Voices = { self: true, other: false };
const other: Voices = { self: false, other: true };
const both: Voices = { self: true, other: true };
const nobody: Voices = { self: false, other: false };

/** What becomes of voices that change at these times. */
function after(...story: readonly (readonly [at: number, voices: Voices])[]): Speaker {
  return story.reduce<Speaker>((state, [at, voices]) => nextSpeaker(state, voices, at), atFirst);
}

describe('nextSpeaker', () => {
  const rows: readonly [name: string, state: Speaker, who: Speaker['who']][] = [
    ['ROOM-2 at first it is the other one', after([0, nobody]), 'other'],
    ['ROOM-2 a cough switches nothing', after([0, self], [300, nobody], [900, nobody]), 'other'],
    ['ROOM-2 who speaks alone for long enough is shown', after([0, self], [700, self]), 'self'],
    ['ROOM-2 silence keeps who spoke last', after([0, self], [700, self], [9000, nobody]), 'self'],
    ['ROOM-2 who is interrupted stays', after([0, self], [700, self], [5000, both]), 'self'],
    [
      'ROOM-2 nobody is switched away at once',
      after([0, self], [700, self], [800, other], [1600, other]),
      'self',
    ],
    [
      'ROOM-2 the other comes back in the end',
      after([0, self], [700, self], [800, other], [3200, other]),
      'other',
    ],
    [
      'ROOM-2 a pause begins the wait anew',
      after([0, self], [500, nobody], [600, self], [1200, self]),
      'other',
    ],
  ];
  for (const [name, state, who] of rows) {
    it(name, () => {
      expect(state.who).toBe(who);
    });
  }

  it('ROOM-2 never switches twice within the time that each one stays', () => {
    const voices = fc.record({ self: fc.boolean(), other: fc.boolean() });
    const story = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), voices), { maxLength: 60 });
    fc.assert(
      fc.property(story, (steps) => {
        let [state, now, switchedAt] = [atFirst, 0, -Infinity];
        for (const [wait, heard] of steps) {
          now += wait;
          const next = nextSpeaker(state, heard, now);
          if (next.who !== state.who) {
            expect(now - switchedAt).toBeGreaterThanOrEqual(staysMs);
            switchedAt = now;
          }
          state = next;
        }
      }),
    );
  });
});
