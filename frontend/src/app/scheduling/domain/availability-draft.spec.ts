import fc from 'fast-check';
import {
  type Availability,
  type TimeRange,
  changedRange,
  copiedDay,
  draftFaults,
  draftOf,
  emptyAvailability,
  fieldOf,
  hoursFault,
  keptOf,
  weekdays,
  withRange,
  withoutRange,
} from './availability-draft';
import { timeOf } from './local-time';

const kept: Availability = {
  ...emptyAvailability,
  timeZone: 'Europe/Berlin',
  courseIds: ['algebra'],
  weekly: [{ weekday: 'TUESDAY', hours: [{ from: '18:00', to: '24:00' }] }],
  exceptions: [{ date: '2026-12-24', hours: [] }],
};

describe('draftOf and keptOf', () => {
  it('PRE-12 have a place for every weekday, and write the end of the day as time fields do', () => {
    const draft = draftOf(kept);
    expect(Object.keys(draft.weekly)).toEqual([...weekdays]);
    expect(draft.weekly.TUESDAY).toEqual([{ from: '18:00', to: '00:00' }]);
    expect(keptOf(draft)).toEqual(kept);
  });

  it('PRE-12 keep the ranges of a day in order', () => {
    const draft = draftOf(kept);
    const MONDAY = [
      { from: '14:00', to: '15:00' },
      { from: '09:00', to: '12:00' },
    ];
    const { weekly } = keptOf({ ...draft, weekly: { ...draft.weekly, MONDAY } });
    expect(weekly[0]?.hours.map(({ from }) => from)).toEqual(['09:00', '14:00']);
  });
});

describe('the ranges of a day', () => {
  it('PRE-12 begin with a working day and go on behind the last', () => {
    const day = withRange([]);
    expect(day).toEqual([{ from: '09:00', to: '17:00' }]);
    expect(withRange(day)[1]).toEqual({ from: '17:00', to: '18:00' });
    expect(withRange([{ from: '20:00', to: '00:00' }])[1]).toEqual({ from: '23:00', to: '00:00' });
    expect(changedRange(day, 0, { to: '12:00' })).toEqual([{ from: '09:00', to: '12:00' }]);
    expect(withoutRange(day, 0)).toEqual([]);
  });

  it('PRE-12 are copied to other days', () => {
    const { weekly } = draftOf(kept);
    const copied = copiedDay(weekly, 'TUESDAY', ['MONDAY', 'SUNDAY']);
    expect(copied.SUNDAY).toEqual(weekly.TUESDAY);
    expect(copied.FRIDAY).toEqual([]);
  });
});

describe('hoursFault', () => {
  const rows: readonly [name: string, hours: readonly TimeRange[], fault: string | null][] = [
    ['a day off', [], null],
    ['one range', [{ from: '09:00', to: '17:00' }], null],
    ['to midnight', [{ from: '20:00', to: '00:00' }], null],
    [
      'one after the other',
      [
        { from: '12:00', to: '13:00' },
        { from: '09:00', to: '12:00' },
      ],
      null,
    ],
    ['an empty field', [{ from: '', to: '17:00' }], 'Give both times.'],
    ['backwards', [{ from: '17:00', to: '09:00' }], 'The end has to be later than the start.'],
    [
      'two at once',
      [
        { from: '12:00', to: '14:00' },
        { from: '09:00', to: '12:30' },
      ],
      'These times overlap.',
    ],
  ];
  for (const [name, hours, fault] of rows) {
    it(`PRE-12 ${name}: ${fault ?? 'good'}`, () => {
      expect(hoursFault(hours)).toBe(fault);
    });
  }

  it('PRE-12 finds every overlap, in whatever order the ranges stand', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 0, max: 1439 }))
      .filter(([from, to]) => from < to);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), (spans) => {
        const collides = spans.some(([from, to], index) =>
          spans.some(
            ([otherFrom, otherTo], other) => other < index && otherFrom < to && from < otherTo,
          ),
        );
        const hours = spans.map(([from, to]) => ({ from: timeOf(from), to: timeOf(to) }));
        return (hoursFault(hours) === 'These times overlap.') === collides;
      }),
    );
  });
});

describe('draftFaults', () => {
  it('PRE-12 names each field that is to be changed', () => {
    const draft = draftOf(kept);
    expect(draftFaults(draft)).toEqual({});
    const wrong = {
      ...draft,
      sessionMinutes: 5,
      noticeMinutes: Number.NaN,
      horizonDays: 400,
      weekly: { ...draft.weekly, FRIDAY: [{ from: '10:00', to: '09:00' }] },
      exceptions: [...draft.exceptions, { date: '', hours: [] }, { date: '2026-12-24', hours: [] }],
    };
    expect(draftFaults(wrong)).toEqual({
      sessionMinutes: 'A session takes from 15 to 480 minutes.',
      noticeMinutes: 'Ask for a notice of up to 30 days.',
      horizonDays: 'Offer sessions for 1 to 365 days ahead.',
      'weekly.FRIDAY': 'The end has to be later than the start.',
      'exceptions.1': 'Choose a date.',
      'exceptions.2': 'There is an exception for this date already.',
    });
  });

  it('PRE-12 finds the place of a fault that the API names by its date', () => {
    expect(fieldOf('exceptions.2026-12-24', draftOf(kept))).toBe('exceptions.0');
    expect(fieldOf('weekly.MONDAY', draftOf(kept))).toBe('weekly.MONDAY');
  });
});
