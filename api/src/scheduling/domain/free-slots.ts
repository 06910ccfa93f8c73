import { type Availability, minutesOf, type TimeRange, weekdays } from './availability.ts';

/** From when to when; instants in milliseconds. */
export interface Slot {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** How far the clocks of a time zone are ahead of UTC between two changes; infinite at the ends. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

export interface SlotQuestion {
  /** Slots start at this instant or later, */
  readonly from: number;
  /** and before this one. */
  readonly to: number;
  readonly now: number;
  /** Times in which somebody has no time. */
  readonly busy: readonly Slot[];
  /** The time zone of the availability, in order, for two days more than the question at each side. */
  readonly offsets: readonly OffsetSpan[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The first day of the Unix epoch was a Thursday. */
const epochWeekday = weekdays.indexOf('THURSDAY');

/**
 * What can be booked, the earliest first. An instant is within the hours when the clocks of the zone
 * show a time within them: an hour that the clocks leave out gives nothing, and an hour that they
 * repeat gives twice as much.
 */
export function freeSlots(availability: Availability, question: SlotQuestion): readonly Slot[] {
  const { now, busy } = question;
  const earliest = Math.max(question.from, now + availability.noticeMinutes * minuteMs);
  const end = Math.min(question.to, now + availability.horizonDays * dayMs);
  const taken = busy.filter((one) => one.endsAt > earliest);
  const lengthMs = availability.sessionMinutes * minuteMs;
  return localDays(question.offsets, earliest, end)
    .flatMap((day) =>
      hoursOn(availability, day).flatMap((range) => stretches(day, range, question)),
    )
    .flatMap((stretch) => cut(stretch, lengthMs))
    .filter(({ startsAt }) => startsAt >= earliest && startsAt < end)
    .filter((slot) => !taken.some((one) => overlap(one, slot)))
    .sort((a, b) => a.startsAt - b.startsAt);
}

/** The dates, in days from the epoch, on which the zone's clocks may stand between the two instants. */
function localDays(offsets: readonly OffsetSpan[], from: number, to: number): readonly number[] {
  if (from >= to) return [];
  const ahead = offsets.map(({ offsetMs }) => offsetMs);
  const first = Math.floor((from + Math.min(...ahead)) / dayMs);
  const last = Math.floor((to + Math.max(...ahead)) / dayMs);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function hoursOn({ weekly, exceptions }: Availability, day: number): readonly TimeRange[] {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const exception = exceptions.find((one) => one.date === date);
  if (exception) return exception.hours;
  // Also days before the epoch have a weekday.
  const weekday = weekdays[(((day + epochWeekday) % 7) + 7) % 7];
  return weekly.find((one) => one.weekday === weekday)?.hours ?? [];
}

/** The time during which the zone's clocks show that date and a time within the range. */
function stretches(
  day: number,
  { from, to }: TimeRange,
  { offsets }: SlotQuestion,
): readonly Slot[] {
  const wallStart = day * dayMs + (minutesOf(from) ?? 0) * minuteMs;
  const wallEnd = day * dayMs + (minutesOf(to) ?? 0) * minuteMs;
  const found: Slot[] = [];
  for (const span of offsets) {
    const startsAt = Math.max(span.from, wallStart - span.offsetMs);
    const endsAt = Math.min(span.to, wallEnd - span.offsetMs);
    if (startsAt >= endsAt) continue;
    const before = found.at(-1);
    if (before?.endsAt === startsAt) found.splice(-1, 1, { startsAt: before.startsAt, endsAt });
    else found.push({ startsAt, endsAt });
  }
  return found;
}

function cut({ startsAt, endsAt }: Slot, lengthMs: number): readonly Slot[] {
  return Array.from({ length: Math.floor((endsAt - startsAt) / lengthMs) }, (_, index) => ({
    startsAt: startsAt + index * lengthMs,
    endsAt: startsAt + (index + 1) * lengthMs,
  }));
}

function overlap(a: Slot, b: Slot): boolean {
  return a.startsAt < b.endsAt && a.endsAt > b.startsAt;
}
