export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export type Weekday = (typeof weekdays)[number];

/** From one local time of a day to a later one, such as `09:00` to `17:00`; `24:00` is the day's end. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

export interface WeeklyHours {
  readonly weekday: Weekday;
  readonly hours: readonly TimeRange[];
}

/** What holds on one date in place of the week's hours; without hours it is a day off. */
export interface DayException {
  /** As `2026-12-24`. */
  readonly date: string;
  readonly hours: readonly TimeRange[];
}

/** When a mentor has time for sessions that others book, by the clocks of a time zone. */
export interface Availability {
  readonly timeZone: string;
  readonly sessionMinutes: number;
  /** How long before its start a session can be booked at the latest. */
  readonly noticeMinutes: number;
  /** How many days ahead sessions can be booked. */
  readonly horizonDays: number;
  readonly courseIds: readonly string[];
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly DayException[];
}

/** What is wrong, and with which input field. */
interface AvailabilityFault {
  readonly field: string;
  readonly message: string;
}

export type CheckedAvailability =
  { readonly availability: Availability } | { readonly fault: AvailabilityFault };

const minutesOfDay = 24 * 60;
const most = { courses: 100, exceptions: 400, ranges: 12 } as const;

/** Prepares an availability for keeping: in the order of days and hours, without empty weekdays. */
export function checkAvailability(
  wanted: Availability,
  isTimeZone: (name: string) => boolean,
): CheckedAvailability {
  const fault =
    (isTimeZone(wanted.timeZone) ? null : at('timeZone', 'Choose a time zone.')) ??
    numbersFault(wanted) ??
    coursesFault(wanted.courseIds) ??
    weeklyFault(wanted.weekly) ??
    exceptionsFault(wanted.exceptions);
  return fault ? { fault } : { availability: inOrder(wanted) };
}

/** Minutes from midnight of a time such as `09:30`, up to `24:00`; `null` where it is none. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= minutesOfDay ? total : null;
}

function numbersFault(wanted: Availability): AvailabilityFault | null {
  const rows = [
    ['sessionMinutes', wanted.sessionMinutes, 15, 480, 'A session takes from 15 to 480 minutes.'],
    ['noticeMinutes', wanted.noticeMinutes, 0, 43_200, 'Ask for a notice of up to 30 days.'],
    ['horizonDays', wanted.horizonDays, 1, 365, 'Offer sessions for 1 to 365 days ahead.'],
  ] as const;
  const wrong = rows.find(([, value, least, highest]) => !(value >= least && value <= highest));
  return wrong ? at(wrong[0], wrong[4]) : null;
}

function coursesFault(courseIds: readonly string[]): AvailabilityFault | null {
  const isPossible = courseIds.length <= most.courses;
  return isPossible ? null : at('courseIds', 'Choose at most 100 courses.');
}

function weeklyFault(weekly: readonly WeeklyHours[]): AvailabilityFault | null {
  for (const [index, { weekday, hours }] of weekly.entries()) {
    const isRepeated = weekly.findIndex((other) => other.weekday === weekday) < index;
    if (isRepeated) return at(`weekly.${weekday}`, 'Give the hours of each weekday once.');
    const message = hoursFault(hours);
    if (message !== null) return at(`weekly.${weekday}`, message);
  }
  return null;
}

function exceptionsFault(exceptions: readonly DayException[]): AvailabilityFault | null {
  if (exceptions.length > most.exceptions) {
    return at('exceptions', 'Give at most 400 exceptions.');
  }
  const dates = new Set<string>();
  for (const { date, hours } of exceptions) {
    if (!isDate(date)) return at('exceptions', 'Give each date as year, month and day.');
    if (dates.has(date)) return at(`exceptions.${date}`, 'Give the hours of each date once.');
    dates.add(date);
    const message = hoursFault(hours);
    if (message !== null) return at(`exceptions.${date}`, message);
  }
  return null;
}

function hoursFault(hours: readonly TimeRange[]): string | null {
  if (hours.length > most.ranges) return 'Give at most 12 times for a day.';
  let end = 0;
  for (const { from, to } of sorted(hours)) {
    const [start, stop] = [minutesOf(from), minutesOf(to)];
    if (start === null || stop === null) return 'Give each time as hours and minutes, like 09:30.';
    if (start >= stop) return 'Choose an end that comes after the start.';
    if (start < end) return 'These times overlap. Join them, or move one of them.';
    end = stop;
  }
  return null;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function inOrder(wanted: Availability): Availability {
  const byWeekday = (a: WeeklyHours, b: WeeklyHours) =>
    weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday);
  return {
    ...wanted,
    courseIds: [...new Set(wanted.courseIds)],
    weekly: wanted.weekly
      .filter(({ hours }) => hours.length > 0)
      .map(({ weekday, hours }) => ({ weekday, hours: sorted(hours) }))
      .sort(byWeekday),
    exceptions: wanted.exceptions
      .map(({ date, hours }) => ({ date, hours: sorted(hours) }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function sorted(hours: readonly TimeRange[]): readonly TimeRange[] {
  return hours
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => (minutesOf(a.from) ?? 0) - (minutesOf(b.from) ?? 0));
}

function at(field: string, message: string): AvailabilityFault {
  return { field, message };
}
