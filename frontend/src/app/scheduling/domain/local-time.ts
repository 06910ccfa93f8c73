/** A date and a time of day as clocks on a wall show them: `2026-11-21` and `14:30`. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What the clocks of a time zone show at an instant. */
export function localTimeOf(instant: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The instant at which the clocks of a time zone show that time. Where they show it twice, the first;
 * `null` where it is no time, or one that they skip.
 */
export function instantOfLocal(local: LocalTime, timeZone: string): number | null {
  const asUtc = utcOf(local);
  if (asUtc === null) return null;
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((near) => offsetAt(near, timeZone));
  const instants = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  return instants.find((instant) => isShown(local, instant, timeZone)) ?? null;
}

/** The first instant of a date. On some dates the clocks skip midnight. */
export function startOfDay(date: string, timeZone: string): number | null {
  for (let minutes = 0; minutes <= 180; minutes += 30) {
    const instant = instantOfLocal({ date, time: timeOf(minutes) }, timeZone);
    if (instant !== null) return instant;
  }
  return null;
}

/** The date so many days later; earlier, if negative. */
export function addDays(date: string, days: number): string {
  const asUtc = utcOf({ date, time: '00:00' });
  return asUtc === null ? date : new Date(asUtc + days * dayMs).toISOString().slice(0, 10);
}

/** Minutes since midnight; `null` for what is no time of day. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The time of day so many minutes after midnight. */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

function utcOf({ date, time }: LocalTime): number | null {
  const instant = Date.parse(`${date}T${time}:00Z`);
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(date) && minutesOf(time) !== null;
  if (!isWhole || Number.isNaN(instant)) return null;
  // `2026-02-30` is read as the second of March.
  return new Date(instant).toISOString().startsWith(date) ? instant : null;
}

function offsetAt(instant: number, timeZone: string): number {
  const shown = utcOf(localTimeOf(instant, timeZone));
  return (shown ?? instant) - Math.floor(instant / minuteMs) * minuteMs;
}

function isShown(local: LocalTime, instant: number, timeZone: string): boolean {
  const shown = localTimeOf(instant, timeZone);
  return shown.date === local.date && shown.time === local.time;
}
