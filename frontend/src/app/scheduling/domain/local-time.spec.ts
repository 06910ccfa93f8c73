import fc from 'fast-check';
import { addDays, instantOfLocal, localTimeOf, minutesOf, startOfDay, timeOf } from './local-time';

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('instantOfLocal', () => {
  const rows: readonly [
    name: string,
    date: string,
    time: string,
    zone: string,
    utc: string | null,
  ][] = [
    ['in winter', '2026-01-15', '14:30', 'Europe/Berlin', '2026-01-15T13:30:00.000Z'],
    ['in summer', '2026-07-15', '14:30', 'Europe/Berlin', '2026-07-15T12:30:00.000Z'],
    ['half an hour off', '2026-07-15', '09:00', 'Asia/Kolkata', '2026-07-15T03:30:00.000Z'],
    ['a day ahead', '2026-07-15', '08:00', 'Pacific/Auckland', '2026-07-14T20:00:00.000Z'],
    ['skipped in spring', '2026-03-29', '02:30', 'Europe/Berlin', null],
    ['after the gap', '2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['twice in autumn', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['no date', '2026-02-30', '10:00', 'Europe/Berlin', null],
    ['no time', '2026-02-20', '24:00', 'Europe/Berlin', null],
    ['nothing', '', '', 'Europe/Berlin', null],
  ];
  for (const [name, date, time, zone, utc] of rows) {
    it(`PRE-12 ${name}: ${date} ${time} in ${zone}`, () => {
      expect(iso(instantOfLocal({ date, time }, zone))).toBe(utc);
    });
  }

  it('PRE-12 leads back to the instant, but for the hour that comes twice', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 29_000_000, max: 35_000_000 }),
        fc.constantFrom(...zones),
        (minutes, zone) => {
          const instant = minutes * 60_000;
          const back = instantOfLocal(localTimeOf(instant, zone), zone);
          const earlier = back === null ? Number.NaN : instant - back;
          return earlier === 0 || earlier === 3_600_000 || earlier === 1_800_000;
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('startOfDay', () => {
  it('PRE-12 is midnight, or what comes first where midnight is skipped', () => {
    expect(iso(startOfDay('2026-11-21', 'Europe/Berlin'))).toBe('2026-11-20T23:00:00.000Z');
    expect(iso(startOfDay('2026-03-29', 'Asia/Beirut'))).toBe('2026-03-28T22:00:00.000Z');
    expect(startOfDay('never', 'Europe/Berlin')).toBeNull();
  });
});

describe('addDays', () => {
  it('PRE-12 goes over months and years, and is not moved by clock changes', () => {
    expect(addDays('2026-12-28', 7)).toBe('2027-01-04');
    expect(addDays('2026-03-30', -7)).toBe('2026-03-23');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('minutesOf', () => {
  it('PRE-12 reads times of day and writes them', () => {
    expect(minutesOf('09:05')).toBe(545);
    expect(minutesOf('25:00')).toBeNull();
    expect(timeOf(545)).toBe('09:05');
    expect(timeOf(1440)).toBe('00:00');
  });
});
