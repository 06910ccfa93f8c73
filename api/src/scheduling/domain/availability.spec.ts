import { type Availability, checkAvailability, minutesOf } from './availability.ts';

const hours = [{ from: '09:00', to: '12:30' }];
const availability: Availability = {
  timeZone: 'Europe/Berlin',
  sessionMinutes: 45,
  noticeMinutes: 120,
  horizonDays: 30,
  courseIds: ['algebra'],
  weekly: [{ weekday: 'MONDAY', hours }],
  exceptions: [{ date: '2026-12-24', hours: [] }],
};

function fieldOf(changes: Partial<Availability>): string | null {
  const checked = checkAvailability({ ...availability, ...changes }, (name) => name.includes('/'));
  return 'fault' in checked ? checked.fault.field : null;
}

function onMonday(...ranges: readonly (readonly [string, string])[]): Partial<Availability> {
  return {
    weekly: [{ weekday: 'MONDAY', hours: ranges.map(([from, to]) => ({ from, to })) }],
  };
}

describe('checkAvailability', () => {
  it('PRE-12 puts days, hours and dates in order and leaves out what is empty', () => {
    const wanted: Availability = {
      ...availability,
      courseIds: ['algebra', 'algebra'],
      weekly: [
        { weekday: 'FRIDAY', hours },
        { weekday: 'SUNDAY', hours: [] },
        {
          weekday: 'MONDAY',
          hours: [
            { from: '14:00', to: '24:00' },
            { from: '09:00', to: '14:00' },
          ],
        },
      ],
      exceptions: [
        { date: '2027-01-01', hours },
        { date: '2026-12-24', hours: [] },
      ],
    };
    expect(checkAvailability(wanted, () => true)).toEqual({
      availability: {
        ...availability,
        weekly: [
          {
            weekday: 'MONDAY',
            hours: [
              { from: '09:00', to: '14:00' },
              { from: '14:00', to: '24:00' },
            ],
          },
          { weekday: 'FRIDAY', hours },
        ],
        exceptions: [
          { date: '2026-12-24', hours: [] },
          { date: '2027-01-01', hours },
        ],
      },
    });
  });

  const faults: readonly [string, Partial<Availability>, string][] = [
    ['no time zone', { timeZone: 'nowhere' }, 'timeZone'],
    ['sessions that are too short', { sessionMinutes: 14 }, 'sessionMinutes'],
    ['sessions that are too long', { sessionMinutes: 481 }, 'sessionMinutes'],
    ['a notice before now', { noticeMinutes: -1 }, 'noticeMinutes'],
    ['a notice without end', { noticeMinutes: 43_201 }, 'noticeMinutes'],
    ['no day ahead', { horizonDays: 0 }, 'horizonDays'],
    ['more than a year ahead', { horizonDays: 366 }, 'horizonDays'],
    ['too many courses', { courseIds: Array.from({ length: 101 }, String) }, 'courseIds'],
    ['an hour that is none', onMonday(['9:00', '10:00']), 'weekly.MONDAY'],
    ['a minute that is none', onMonday(['09:60', '10:00']), 'weekly.MONDAY'],
    ['more than a day', onMonday(['09:00', '24:01']), 'weekly.MONDAY'],
    ['an end before the start', onMonday(['10:00', '09:00']), 'weekly.MONDAY'],
    ['no time at all', onMonday(['10:00', '10:00']), 'weekly.MONDAY'],
    ['hours that overlap', onMonday(['10:00', '12:00'], ['09:00', '10:01']), 'weekly.MONDAY'],
    [
      'a weekday twice',
      {
        weekly: [
          { weekday: 'FRIDAY', hours },
          { weekday: 'FRIDAY', hours },
        ],
      },
      'weekly.FRIDAY',
    ],
    ['a date that is none', { exceptions: [{ date: '2026-02-30', hours }] }, 'exceptions'],
    ['a date in words', { exceptions: [{ date: 'tomorrow', hours }] }, 'exceptions'],
    [
      'a date twice',
      {
        exceptions: [
          { date: '2026-12-24', hours },
          { date: '2026-12-24', hours: [] },
        ],
      },
      'exceptions.2026-12-24',
    ],
    [
      'hours of a date that are none',
      { exceptions: [{ date: '2026-12-24', hours: [{ from: '', to: '' }] }] },
      'exceptions.2026-12-24',
    ],
  ];
  for (const [what, changes, field] of faults) {
    it(`PRE-12 refuses ${what}`, () => {
      expect(fieldOf(changes)).toBe(field);
    });
  }

  it('PRE-12 takes hours that touch, up to the end of the day', () => {
    expect(fieldOf(onMonday(['00:00', '12:00'], ['12:00', '24:00']))).toBeNull();
  });
});

describe('minutesOf', () => {
  const rows: readonly [string, number | null][] = [
    ['00:00', 0],
    ['09:30', 570],
    ['24:00', 1440],
    ['24:01', null],
    ['25:00', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ];
  for (const [text, minutes] of rows) {
    it(`PRE-12 reads ${JSON.stringify(text)} as ${String(minutes)}`, () => {
      expect(minutesOf(text)).toBe(minutes);
    });
  }
});
