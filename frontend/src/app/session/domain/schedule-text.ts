/** Where and in which English a date is written. */
export interface Writing {
  readonly language: string;
  readonly timeZone: string;
}

export interface ScheduleText {
  /** `Today`, `Tomorrow` or `Saturday, 21 November`. */
  readonly day: string;
  /** `14:00 – 15:00`. */
  readonly hours: string;
  /** `CET`. */
  readonly zone: string;
}

const dayMs = 24 * 60 * 60_000;

export function scheduleText(
  startsAt: number,
  endsAt: number,
  now: number,
  writing: Writing,
): ScheduleText {
  return {
    day: dayText(startsAt, now, writing),
    hours: `${timeText(startsAt, writing)} – ${timeText(endsAt, writing)}`,
    zone: partOf(startsAt, writing, { timeZoneName: 'short' }, 'timeZoneName'),
  };
}

/** The time of day: `14:00`. */
export function timeText(instant: number, { language, timeZone }: Writing): string {
  return formatOf(language, { timeZone, hour: 'numeric', minute: '2-digit' }).format(instant);
}

/** The time of day to the second: `14:00:05`. */
export function secondText(instant: number, { language, timeZone }: Writing): string {
  const exactly = { timeZone, hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
  return formatOf(language, exactly).format(instant);
}

/** The time of day, and the day where that is another than now: `14:00`, `Saturday 21 November, 14:00`. */
export function momentText(instant: number, now: number, writing: Writing): string {
  const time = timeText(instant, writing);
  const isToday = dayKey(instant, writing) === dayKey(now, writing);
  return isToday ? time : `${dayText(instant, now, writing)}, ${time}`;
}

export function dayText(instant: number, now: number, writing: Writing): string {
  const near = [
    ['Today', now],
    ['Tomorrow', now + dayMs],
    ['Yesterday', now - dayMs],
  ] as const;
  const name = near.find(([, day]) => dayKey(day, writing) === dayKey(instant, writing))?.[0];
  return name ?? longDay(instant, now, writing);
}

/** The parts of a leaf of a calendar: `21` and `Nov`. */
export function calendarLeaf(
  instant: number,
  writing: Writing,
): { readonly day: string; readonly month: string } {
  return {
    day: partOf(instant, writing, { day: 'numeric' }, 'day'),
    month: partOf(instant, writing, { month: 'short' }, 'month'),
  };
}

function longDay(instant: number, now: number, { language, timeZone }: Writing): string {
  const year = (at: number) => partOf(at, { language, timeZone }, { year: 'numeric' }, 'year');
  return formatOf(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year(instant) === year(now) ? {} : { year: 'numeric' }),
  }).format(instant);
}

function dayKey(instant: number, { timeZone }: Writing): string {
  return formatOf('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

function partOf(
  instant: number,
  { language, timeZone }: Writing,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): string {
  const parts = formatOf(language, { timeZone, ...options }).formatToParts(instant);
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** By what they were made of; there are few, and making one takes much longer than writing a date with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}
