import { Temporal } from 'temporal-polyfill';
import type { OffsetSpan } from './domain/free-slots.ts';

/** Whether it is the name of a time zone, such as `Europe/Berlin`; an offset alone is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    zoned(0, name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How far the zone is ahead of UTC, in order, with every change between the two instants. */
export function offsetsOf(timeZone: string, from: number, to: number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = -Infinity;
  for (let at = zoned(from, timeZone); ;) {
    const next = at.getTimeZoneTransition('next');
    const change = next && next.epochMilliseconds < to ? next : null;
    const end = change?.epochMilliseconds ?? Infinity;
    spans.push({ from: start, to: end, offsetMs: at.offsetNanoseconds / 1e6 });
    if (!change) return spans;
    start = end;
    at = change;
  }
}

function zoned(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
