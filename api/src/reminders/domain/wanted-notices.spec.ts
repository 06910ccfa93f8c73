import fc from 'fast-check';
import { keyOf, type Leads, type Notice } from './notice.ts';
import { calendarSequence, type Story, type StoryEvent, wantedNotices } from './wanted-notices.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const leads: Leads = {
  REMINDER_DAY: dayMs,
  REMINDER_HOUR: hourMs,
  REMINDER_QUARTER: 15 * minuteMs,
  STARTING: minuteMs,
};
const rules = { leads, toldFrom: -Infinity };
const lengthMs = 40 * minuteMs;
const start = 3 * dayMs;

type Happening = Partial<StoryEvent> & Pick<StoryEvent, 'type' | 'at'>;

/** A session as these happenings leave it; it is planned by the first of them. */
function storyOf(...happenings: readonly Happening[]): Story {
  const plan = happenings.map((happening, at) => {
    return { personId: null, payload: {}, ...happening, seq: at + 1 };
  });
  const starts = plan.flatMap(({ payload }) =>
    typeof payload['startsAt'] === 'number' ? [payload['startsAt']] : [],
  );
  const startsAt = starts.at(-1) ?? 0;
  const endsAt = startsAt + lengthMs;
  const isOver = plan.some(({ type }) => type === 'SESSION_CANCELLED');
  const people = { mentorId: 'mentor', learnerId: 'learner' };
  const ending = { endsAt, lastEndsAt: endsAt, isOver };
  return { ...people, ...ending, startsAt, hasMet: false, plan, drops: [] };
}

function planned(at: number, startsAt: number): Happening {
  return { type: 'SESSION_SCHEDULED', at, payload: { startsAt, endsAt: startsAt + lengthMs } };
}

function moved(at: number, startsAt: number): Happening {
  return { ...planned(at, startsAt), type: 'SESSION_RESCHEDULED' };
}

/** The learner is gone since then, after their second stay. */
function droppedAt(at: number): Story {
  const drops = [{ personId: 'learner', at, until: at + 2 * minuteMs, stay: 2 }];
  return { ...storyOf(planned(0, start)), hasMet: true, drops };
}

/** What one of them is told, with minutes from the epoch. */
function told(notices: readonly Notice[], personId = 'learner'): readonly string[] {
  return notices
    .filter((notice) => notice.personId === personId)
    .map(({ kind, dueAt }) => `${kind} ${String(dueAt / minuteMs)}`);
}

describe('wantedNotices', () => {
  const rows: [string, Story, number, readonly string[]][] = [
    [
      'ROOM-12 tells of a recording for a week, also when the session is over',
      {
        ...storyOf(planned(0, start), { type: 'RECORDING_READY', at: start + hourMs }),
        isOver: true,
      },
      start + hourMs + 7 * dayMs - 1,
      [`RECORDING_READY ${String((start + hourMs) / minuteMs)}`],
    ],
    [
      'ROOM-12 tells of a recording no longer than that',
      {
        ...storyOf(planned(0, start), { type: 'RECORDING_READY', at: start + hourMs }),
        isOver: true,
      },
      start + hourMs + 7 * dayMs,
      [],
    ],
    [
      'PRE-10 reminds a day, an hour and a quarter before, and at the start',
      storyOf(planned(0, start)),
      0,
      [
        'REMINDER_DAY 2880',
        'REMINDER_HOUR 4260',
        'REMINDER_QUARTER 4305',
        'STARTING 4319',
        'SESSION_SCHEDULED 0',
      ],
    ],
    [
      'PRE-10 sends no reminder late of a session that is planned ten minutes ahead',
      storyOf(planned(start - 10 * minuteMs, start)),
      start - 10 * minuteMs,
      ['STARTING 4319', 'SESSION_SCHEDULED 4310'],
    ],
    [
      'PRE-10 forgets the old start of a session that was moved',
      storyOf(planned(0, start), moved(10 * minuteMs, start + dayMs)),
      10 * minuteMs,
      [
        'REMINDER_DAY 4320',
        'REMINDER_HOUR 5700',
        'REMINDER_QUARTER 5745',
        'STARTING 5759',
        'SESSION_RESCHEDULED 10',
      ],
    ],
    [
      'PRE-10 tells of a cancellation, and of nothing else any more',
      storyOf(planned(0, start), { type: 'SESSION_CANCELLED', at: hourMs }),
      hourMs,
      ['SESSION_CANCELLED 60'],
    ],
    [
      'PRE-11 tells the one who has not proposed it of another time',
      storyOf(planned(0, start), {
        type: 'RESCHEDULE_PROPOSED',
        at: hourMs,
        personId: 'mentor',
        payload: { times: [{ startsAt: 1, endsAt: 2 }], note: 'Sorry' },
      }),
      start - 30 * minuteMs,
      [
        'REMINDER_DAY 2880',
        'REMINDER_HOUR 4260',
        'REMINDER_QUARTER 4305',
        'STARTING 4319',
        'SESSION_SCHEDULED 0',
        'RESCHEDULE_PROPOSED 60',
      ],
    ],
    [
      'FAIL-6 asks whoever dropped out back after 15 seconds',
      droppedAt(start + 10 * minuteMs),
      start + 10 * minuteMs,
      ['SESSION_SCHEDULED 0', 'REJOIN 4330.25'],
    ],
    [
      'FAIL-6 asks nobody back who is not waited for any more',
      droppedAt(start + 10 * minuteMs),
      start + 12 * minuteMs,
      ['SESSION_SCHEDULED 0'],
    ],
    [
      'FAIL-6 asks nobody back into a session that is over',
      { ...droppedAt(start + 10 * minuteMs), isOver: true },
      start + 10 * minuteMs,
      [],
    ],
    ['PRE-10 has nothing to say once it is over', storyOf(planned(0, start)), start + dayMs, []],
  ];
  for (const [name, story, now, expected] of rows) {
    it(name, () => {
      expect(told(wantedNotices(story, rules, now))).toEqual(expected);
    });
  }

  it('PRE-11 tells the proposer, and nobody else, that it was declined', () => {
    const story = storyOf(
      planned(0, start),
      { type: 'RESCHEDULE_PROPOSED', at: 1, personId: 'mentor' },
      { type: 'RESCHEDULE_DECLINED', at: 2, personId: 'learner', payload: { reason: 'No' } },
    );
    const wishes = wantedNotices(story, rules, 2).filter(({ kind }) =>
      kind.startsWith('RESCHEDULE'),
    );
    expect(wishes.map(({ kind, personId, facts }) => [kind, personId, facts.said])).toEqual([
      ['RESCHEDULE_DECLINED', 'mentor', 'No'],
    ]);
  });

  it('PRE-11 tells nobody of a proposal that was taken back', () => {
    const story = storyOf(
      planned(0, start),
      { type: 'RESCHEDULE_PROPOSED', at: 1, personId: 'mentor' },
      { type: 'RESCHEDULE_WITHDRAWN', at: 2, personId: 'mentor' },
    );
    const kinds = wantedNotices(story, rules, 2).map(({ kind }) => kind);
    expect(kinds).not.toContain('RESCHEDULE_PROPOSED');
  });

  it('PRE-10 reminds nobody of a session in which the two have met already', () => {
    const story = { ...storyOf(planned(0, start)), hasMet: true };
    expect(told(wantedNotices(story, rules, start - 5 * minuteMs))).toEqual([
      'SESSION_SCHEDULED 0',
    ]);
  });

  it('PRE-10 takes for no news what happened before there were notices', () => {
    const story = storyOf(planned(0, start));
    const notices = wantedNotices(story, { leads, toldFrom: 0 }, 0);
    expect(notices.some(({ kind }) => kind === 'SESSION_SCHEDULED')).toBeFalse();
    expect(notices.some(({ kind }) => kind === 'REMINDER_DAY')).toBeTrue();
  });

  it('PRE-10 names the start that a moved session had before', () => {
    const story = storyOf(planned(0, start), moved(1, start + hourMs));
    const notice = wantedNotices(story, rules, 1).find(
      ({ kind }) => kind === 'SESSION_RESCHEDULED',
    );
    expect(notice?.facts.times.map(({ startsAt }) => startsAt)).toEqual([start]);
  });

  it('PRE-10 raises the sequence of the calendar with each move and with the cancellation', () => {
    const story = storyOf(planned(0, start), moved(1, start + hourMs), moved(2, start));
    expect(calendarSequence(story)).toBe(2);
    const cancelled = { type: 'SESSION_CANCELLED', at: 3 };
    expect(calendarSequence(storyOf(planned(0, start), moved(1, start), cancelled))).toBe(2);
  });
});

describe('wantedNotices of any history', () => {
  const history = fc
    .array(
      fc.record({
        type: fc.constantFrom(
          'SESSION_RESCHEDULED',
          'RESCHEDULE_PROPOSED',
          'RESCHEDULE_DECLINED',
          'RESCHEDULE_WITHDRAWN',
          'SESSION_CANCELLED',
        ),
        after: fc.integer({ min: 0, max: 2 * dayMs }),
        ahead: fc.integer({ min: 0, max: 3 * dayMs }),
        personId: fc.constantFrom('mentor', 'learner'),
      }),
      { maxLength: 6 },
    )
    .map((steps) => {
      let at = 0;
      const happenings = steps.map(({ type, after, ahead, personId }) => {
        at += after;
        return type === 'SESSION_RESCHEDULED' ? moved(at, at + ahead) : { type, at, personId };
      });
      return storyOf(planned(0, dayMs), ...happenings);
    });
  const moment = fc.integer({ min: 0, max: 15 * dayMs });

  it('PRE-10 tells nobody the same thing twice', () => {
    fc.assert(
      fc.property(history, moment, (story, now) => {
        const keys = wantedNotices(story, rules, now).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('PRE-10 reminds of the present start alone, of none that is cancelled, and never of the past', () => {
    fc.assert(
      fc.property(history, moment, (story, now) => {
        const notices = wantedNotices(story, rules, now);
        for (const { startsAt, expiresAt } of notices) {
          expect(startsAt).toBe(story.startsAt);
          expect(expiresAt).toBeGreaterThan(now);
        }
        const kinds = new Set(notices.map(({ kind }) => kind));
        if (story.isOver)
          expect([...kinds].filter((kind) => kind !== 'SESSION_CANCELLED')).toEqual([]);
      }),
    );
  });

  it('PRE-10 wants later only what it wanted before, so a clock that was down loses and doubles nothing', () => {
    fc.assert(
      fc.property(history, moment, moment, (story, one, other) => {
        const before = new Set(wantedNotices(story, rules, Math.min(one, other)).map(keyOf));
        const after = wantedNotices(story, rules, Math.max(one, other)).map(keyOf);
        expect(after.every((key) => before.has(key))).toBeTrue();
      }),
    );
  });
});
