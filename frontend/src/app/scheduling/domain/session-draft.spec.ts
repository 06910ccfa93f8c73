import { type SessionDraft, draftTime, sessionFaults } from './session-draft';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-03-20T12:00:00Z');
const good: SessionDraft = {
  courseId: 'algebra',
  learnerId: 'leo',
  title: 'Fractions',
  date: '2026-03-28',
  time: '14:00',
  minutes: 60,
  topics: [],
};

describe('sessionFaults', () => {
  const rows: readonly [name: string, parts: Partial<SessionDraft>, faults: object][] = [
    ['nothing is wrong', {}, {}],
    ['no course', { courseId: '' }, { courseId: 'Choose a course.' }],
    ['no learner', { learnerId: '' }, { learnerId: 'Choose a learner.' }],
    ['no title', { title: '  ' }, { title: 'Give the session a title.' }],
    ['no date', { date: '' }, { date: 'Choose a date.' }],
    ['no time', { time: '' }, { time: 'Choose a time.' }],
    ['neither', { date: '', time: '' }, { date: 'Choose a date.', time: 'Choose a time.' }],
    ['too long', { minutes: 481 }, { minutes: 'A session takes from 5 minutes to 8 hours.' }],
    [
      'no length',
      { minutes: Number.NaN },
      { minutes: 'A session takes from 5 minutes to 8 hours.' },
    ],
    ['later today', { date: '2026-03-20' }, {}],
    [
      'just over',
      { date: '2026-03-20', time: '13:00' },
      { time: 'Choose a time that is still to come.' },
    ],
    [
      'skipped by the clocks',
      { date: '2026-03-29', time: '02:30' },
      { time: 'The clocks skip this time on that day. Choose another.' },
    ],
  ];
  for (const [name, parts, faults] of rows) {
    it(`PRE-12 ${name}`, () => {
      expect(sessionFaults({ ...good, ...parts }, zone, now)).toEqual({ ...faults });
    });
  }
});

describe('draftTime', () => {
  it('PRE-12 takes as long as it says, also over a change of the clocks', () => {
    const time = draftTime({ date: '2026-03-29', time: '01:30', minutes: 60 }, zone);
    expect(time).toEqual({
      startsAt: Date.parse('2026-03-29T00:30:00Z'),
      endsAt: Date.parse('2026-03-29T01:30:00Z'),
    });
    expect(draftTime({ date: '', time: '', minutes: 60 }, zone)).toBeNull();
    expect(draftTime({ ...good, minutes: Number.NaN }, zone)).toBeNull();
  });
});
