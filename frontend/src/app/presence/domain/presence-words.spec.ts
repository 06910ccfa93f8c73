import {
  roomWords,
  type Presence,
  type PresenceTone,
  missingText,
  presenceWords,
} from './presence-words';

describe('presenceWords', () => {
  const rows: readonly [presence: Presence, text: string, tone: PresenceTone][] = [
    ['ABSENT', 'Not here yet', 'calm'],
    ['ATTENDING', 'Getting ready', 'accent'],
    ['IN_ROOM', 'In the room', 'good'],
    ['AWAY', 'Disconnected', 'warn'],
    ['REJOINING', 'Rejoining', 'accent'],
  ];
  for (const [presence, text, tone] of rows) {
    it(`PRE-8 ${presence} reads "${text}"`, () => {
      expect(presenceWords(presence)).toEqual({ text, tone });
    });
  }
});

describe('missingText', () => {
  type Row = readonly [
    name: string,
    role: 'MENTOR' | 'LEARNER',
    presence: Presence,
    hasBegun: boolean,
    text: string,
  ];
  const rows: readonly Row[] = [
    ['ROOM-11 no learner yet', 'LEARNER', 'ABSENT', false, 'Waiting for learner…'],
    ['ROOM-11 no mentor yet', 'MENTOR', 'ATTENDING', false, 'Waiting for mentor…'],
    ['FAIL-6 the mentor drops', 'MENTOR', 'AWAY', true, 'Mentor disconnected, please wait...'],
    ['FAIL-6 the mentor comes back', 'MENTOR', 'ATTENDING', true, 'Mentor rejoining...'],
    ['FAIL-6 the mentor opens the page anew', 'MENTOR', 'REJOINING', true, 'Mentor rejoining...'],
    ['FAIL-7 the learner drops', 'LEARNER', 'AWAY', true, 'Waiting for learner...'],
    ['FAIL-7 the learner comes back', 'LEARNER', 'ATTENDING', true, 'Waiting for learner...'],
  ];
  for (const [name, role, presence, hasBegun, text] of rows) {
    it(name, () => {
      expect(missingText(role, presence, hasBegun)).toBe(text);
    });
  }
});

describe('roomWords', () => {
  const rows = [
    ['ABSENT', 'Not here yet'],
    ['ATTENDING', 'Getting ready'],
    ['IN_ROOM', 'Active'],
    ['AWAY', 'Disconnected'],
    ['REJOINING', 'Rejoining'],
  ] as const;
  for (const [presence, text] of rows) {
    it(`ROOM-9 ${presence}: "${text}"`, () => {
      expect(roomWords(presence).text).toBe(text);
    });
  }
});
