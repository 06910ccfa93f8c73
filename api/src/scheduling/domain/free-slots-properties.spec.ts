import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { offsetsOf } from '../time-zones.ts';
import { type Availability, minutesOf, type TimeRange, weekdays } from './availability.ts';
import { freeSlots, type Slot } from './free-slots.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
);

const time = fc
  .integer({ min: 0, max: 96 })
  .map((quarter) => [Math.floor(quarter / 4), (quarter % 4) * 15])
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Hours of a day that do not overlap: an even number of different times, in order. */
const hours: fc.Arbitrary<readonly TimeRange[]> = fc
  .uniqueArray(time, { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted())
  .map((times) =>
    times.flatMap((from, index) => {
      const to = times[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

const start = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });

const question = fc.record({
  timeZone: zone,
  sessionMinutes: fc.constantFrom(15, 20, 45, 60, 90),
  noticeMinutes: fc.integer({ min: 0, max: 3000 }),
  horizonDays: fc.integer({ min: 1, max: 60 }),
  weekly: fc
    .uniqueArray(fc.record({ weekday: fc.constantFrom(...weekdays), hours }), {
      selector: ({ weekday }) => weekday,
      maxLength: 7,
    })
    .map((days): Availability['weekly'] => days),
  from: start,
  days: fc.integer({ min: 0, max: 40 }),
  nowDays: fc.integer({ min: -30, max: 30 }),
  busy: fc.array(
    fc.record({
      after: fc.integer({ min: -dayMs, max: 40 * dayMs }),
      length: fc.integer({ min: minuteMs, max: 8 * 60 * minuteMs }),
    }),
    { maxLength: 12 },
  ),
});

interface Answered {
  readonly availability: Availability;
  readonly slots: readonly Slot[];
  readonly busy: readonly Slot[];
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** Asks, and looks at the answer. */
function always(look: (answered: Answered) => void): void {
  fc.assert(
    fc.property(question, ({ from, days, nowDays, busy: taken, ...kept }) => {
      const availability = { ...kept, courseIds: [], exceptions: [] };
      const to = from + days * dayMs;
      const now = from + nowDays * dayMs;
      const busy = taken.map(({ after, length }) => ({
        startsAt: from + after,
        endsAt: from + after + length,
      }));
      const offsets = offsetsOf(kept.timeZone, from - 2 * dayMs, to + 2 * dayMs);
      const slots = freeSlots(availability, { from, to, now, busy, offsets });
      look({ availability, slots, busy, from, to, now });
    }),
    { numRuns: 150 },
  );
}

function isOpen({ timeZone, weekly }: Availability, instant: number): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const minute = at.hour * 60 + at.minute;
  const day = weekly.find(({ weekday }) => weekday === weekdays[at.dayOfWeek - 1]);
  return (day?.hours ?? []).some(
    ({ from, to }) => (minutesOf(from) ?? 0) <= minute && minute < (minutesOf(to) ?? 0),
  );
}

describe('freeSlots, whatever the hours and the zone', () => {
  it('PRE-12 offers sessions of the length asked for, in order and apart from each other', () => {
    always(({ availability, slots }) => {
      const lengthMs = availability.sessionMinutes * minuteMs;
      for (const [index, { startsAt, endsAt }] of slots.entries()) {
        expect(endsAt - startsAt).toBe(lengthMs);
        expect(startsAt).toBeGreaterThanOrEqual(slots[index - 1]?.endsAt ?? -Infinity);
      }
    });
  });

  it('PRE-11 offers nothing that overlaps a session', () => {
    always(({ slots, busy }) => {
      const clash = slots.find((slot) =>
        busy.some((one) => one.startsAt < slot.endsAt && one.endsAt > slot.startsAt),
      );
      expect(clash).toBeUndefined();
    });
  });

  it('PRE-12 offers nothing past, too soon, too late or beyond the question', () => {
    always(({ availability, slots, from, to, now }) => {
      for (const { startsAt } of slots) {
        expect(startsAt).toBeGreaterThanOrEqual(
          Math.max(from, now + availability.noticeMinutes * minuteMs),
        );
        expect(startsAt).toBeLessThan(Math.min(to, now + availability.horizonDays * dayMs));
      }
    });
  });

  it('PRE-12 offers only minutes that the clocks of the zone show within the hours', () => {
    always(({ availability, slots }) => {
      for (const { startsAt, endsAt } of slots.slice(0, 40)) {
        for (let at = startsAt; at < endsAt; at += 5 * minuteMs) {
          expect(isOpen(availability, at)).toBeTrue();
        }
      }
    });
  });

  it('PRE-12 gives the same answer in one question as in two', () => {
    always(({ availability, slots, busy, from, to, now }) => {
      const middle = from + Math.floor((to - from) / 2);
      const ask = (begin: number, end: number) =>
        freeSlots(availability, {
          from: begin,
          to: end,
          now,
          busy,
          offsets: offsetsOf(availability.timeZone, begin - 2 * dayMs, end + 2 * dayMs),
        });
      expect([...ask(from, middle), ...ask(middle, to)]).toEqual([...slots]);
    });
  });
});
