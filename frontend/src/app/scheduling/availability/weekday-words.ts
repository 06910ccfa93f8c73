import type { TimeRange, Weekday } from '../domain/availability-draft';

/** `Monday`, as it is written. */
export function weekdayName(weekday: Weekday): string {
  return weekday.charAt(0) + weekday.slice(1).toLowerCase();
}

/** The hours of a day in one line: `09:00 – 12:00, 13:00 – 17:00`. */
export function hoursText(hours: readonly TimeRange[]): string {
  if (hours.length === 0) return 'Unavailable';
  return hours.map(({ from, to }) => `${from} – ${to}`).join(', ');
}
