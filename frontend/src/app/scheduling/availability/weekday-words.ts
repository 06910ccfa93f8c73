import type { Weekday } from '../domain/availability-draft';

/** `Monday`, as it is written. */
export function weekdayName(weekday: Weekday): string {
  return weekday.charAt(0) + weekday.slice(1).toLowerCase();
}
