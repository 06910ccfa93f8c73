import { offsetsOf } from '../time-zones.ts';
import type { Availability, TimeRange } from './availability.ts';
import { freeSlots, type Slot } from './free-slots.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const weekly: Availability['weekly'] = [
  { weekday: 'MONDAY', hours: [{ from: '09:00', to: '11:00' }] },
  { weekday: 'TUESDAY', hours: [{ from: '22:00', to: '24:00' }] },
];
const usual: Availability = {
  timeZone: 'UTC',
  sessionMinutes: 60,
  noticeMinutes: 0,
  horizonDays: 365,
  courseIds: [],
  weekly,
  exceptions: [],
};

interface Asked {
  readonly from?: string;
  readonly days?: number;
  readonly now?: string;
  readonly busy?: readonly Slot[];
}

/** The slots' starts, as the clocks of UTC show them. */
function startsOf(changes: Partial<Availability>, asked: Asked = {}): readonly string[] {
  const availability = { ...usual, ...changes };
  const from = Date.parse(`${asked.from ?? '2026-11-23'}T00:00:00Z`);
  const to = from + (asked.days ?? 7) * dayMs;
  const now = asked.now === undefined ? from : Date.parse(asked.now);
  const offsets = offsetsOf(availability.timeZone, from - 2 * dayMs, to + 2 * dayMs);
  const slots = freeSlots(availability, { from, to, now, busy: asked.busy ?? [], offsets });
  return slots.map(({ startsAt }) => new Date(startsAt).toISOString().slice(5, 16));
}

/** Open on every date of the question at these hours. */
function daily(timeZone: string, sessionMinutes: number, ...hours: readonly TimeRange[]) {
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
  return {
    timeZone,
    sessionMinutes,
    weekly: (days as (typeof weekly)[number]['weekday'][]).map((weekday) => ({ weekday, hours })),
  };
}

describe('freeSlots', () => {
  it('PRE-12 cuts the hours of the week into sessions', () => {
    expect(startsOf({})).toEqual(['11-23T09:00', '11-23T10:00', '11-24T22:00', '11-24T23:00']);
  });

  it('PRE-12 leaves what is too short for a session', () => {
    expect(startsOf({ sessionMinutes: 90 })).toEqual(['11-23T09:00', '11-24T22:00']);
  });

  it('PRE-12 puts a date’s hours in place of its weekday’s', () => {
    const exceptions = [
      { date: '2026-11-23', hours: [] },
      { date: '2026-11-25', hours: [{ from: '08:00', to: '09:00' }] },
    ];
    expect(startsOf({ exceptions })).toEqual(['11-24T22:00', '11-24T23:00', '11-25T08:00']);
  });

  it('PRE-12 offers nothing within the notice, nor beyond the horizon', () => {
    const now = '2026-11-23T08:30:00Z';
    expect(startsOf({ noticeMinutes: 30 }, { now })[0]).toBe('11-23T09:00');
    expect(startsOf({ noticeMinutes: 31 }, { now })[0]).toBe('11-23T10:00');
    expect(startsOf({ horizonDays: 1 }, { now })).toEqual(['11-23T09:00', '11-23T10:00']);
  });

  it('PRE-12 offers nothing of the past', () => {
    expect(startsOf({}, { now: '2026-11-24T22:30:00Z' })).toEqual(['11-24T23:00']);
  });

  it('PRE-12 leaves out what overlaps a session, and keeps what touches it', () => {
    const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
    const rows: readonly [string, string, readonly string[]][] = [
      ['08:00', '09:00', ['11-23T09:00', '11-23T10:00']],
      ['08:00', '09:01', ['11-23T10:00']],
      ['09:30', '10:00', ['11-23T10:00']],
      ['09:59', '10:01', []],
      ['08:00', '12:00', []],
    ];
    for (const [from, to, expected] of rows) {
      const busy = [{ startsAt: at(from), endsAt: at(to) }];
      expect(startsOf({}, { days: 1, busy }))
        .withContext(`${from}–${to}`)
        .toEqual(expected);
    }
  });

  it('PRE-12 leaves out the hour that the clocks skip', () => {
    // In Berlin, 02:00 is 03:00 on 29 March 2026: an hour less from 01:00 to 04:00.
    const open = daily('Europe/Berlin', 60, { from: '01:00', to: '04:00' });
    const asked = { from: '2026-03-29', days: 0.5 };
    expect(startsOf(open, asked)).toEqual(['03-29T00:00', '03-29T01:00']);
    const within = daily('Europe/Berlin', 15, { from: '02:15', to: '02:45' });
    expect(startsOf(within, asked)).toEqual([]);
    const until = daily('Europe/Berlin', 30, { from: '01:00', to: '02:30' });
    expect(startsOf(until, asked)).toEqual(['03-29T00:00', '03-29T00:30']);
  });

  it('PRE-12 offers the hour that the clocks repeat twice', () => {
    // In Berlin, 03:00 is 02:00 again on 25 October 2026.
    const open = daily('Europe/Berlin', 60, { from: '01:00', to: '04:00' });
    const asked = { from: '2026-10-24', days: 2 };
    const sunday = (starts: readonly string[]) => starts.filter((one) => one >= '10-24T12:00');
    expect(sunday(startsOf(open, asked))).toEqual([
      '10-24T23:00',
      '10-25T00:00',
      '10-25T01:00',
      '10-25T02:00',
    ]);
    const within = daily('Europe/Berlin', 30, { from: '02:15', to: '02:45' });
    expect(sunday(startsOf(within, asked))).toEqual(['10-25T00:15', '10-25T01:15']);
  });

  const zones: readonly [string, string, readonly string[]][] = [
    ['Asia/Kathmandu', 'UTC+5:45', ['11-23T03:15', '11-23T04:15']],
    ['Asia/Kolkata', 'UTC+5:30', ['11-23T03:30', '11-23T04:30']],
    ['Australia/Eucla', 'UTC+8:45', ['11-23T00:15', '11-23T01:15']],
    ['Pacific/Kiritimati', 'UTC+14', ['11-22T19:00', '11-22T20:00']],
    ['Pacific/Niue', 'UTC-11', ['11-23T20:00', '11-23T21:00']],
  ];
  for (const [zone, offset, expected] of zones) {
    it(`PRE-12 knows the clocks of ${zone} (${offset})`, () => {
      const monday = weekly.filter(({ weekday }) => weekday === 'MONDAY');
      const found = startsOf({ timeZone: zone, weekly: monday }, { from: '2026-11-22', days: 3 });
      expect(found).toEqual(expected);
    });
  }

  it('PRE-12 knows clocks that move by half an hour, and at midnight', () => {
    // On Lord Howe Island 02:00 becomes 01:30 on 5 April 2026; in Beirut 00:00 becomes 01:00 on 29 March.
    const island = daily('Australia/Lord_Howe', 30, { from: '01:00', to: '02:30' });
    expect(startsOf(island, { from: '2026-04-04', days: 1 })).toEqual([
      '04-04T14:00',
      '04-04T14:30',
      '04-04T15:00',
      '04-04T15:30',
    ]);
    const beirut = daily('Asia/Beirut', 60, { from: '00:00', to: '02:00' });
    expect(startsOf(beirut, { from: '2026-03-28', days: 1 })).toEqual(['03-28T22:00']);
  });

  it('PRE-12 offers nothing on a day that a time zone leaves out', () => {
    // Samoa went from 29 to 31 December 2011.
    const exceptions = [{ date: '2011-12-30', hours: [{ from: '09:00', to: '11:00' }] }];
    const samoa = { timeZone: 'Pacific/Apia', weekly: [], exceptions };
    expect(startsOf(samoa, { from: '2011-12-28' })).toEqual([]);
  });
});
