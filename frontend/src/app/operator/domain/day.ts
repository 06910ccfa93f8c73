const hourMs = 3_600_000;

export interface Day {
  readonly from: number;
  readonly to: number;
}

/** The day around an instant in a time zone: 23, 24 or 25 hours. */
export function dayAround(instant: number, timeZone: string): Day {
  const from = midnightBefore(instant, timeZone);
  return { from, to: midnightBefore(from + 26 * hourMs, timeZone) };
}

function midnightBefore(instant: number, timeZone: string): number {
  const passed = sinceMidnight(instant, timeZone);
  const guess = instant - passed;
  // Where clocks were moved since midnight the guess is off by as much as they were moved.
  const off = sinceMidnight(guess, timeZone);
  return off <= 12 * hourMs ? guess - off : guess + 24 * hourMs - off;
}

function sinceMidnight(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const fraction = ((instant % 1000) + 1000) % 1000;
  return (of('hour') * 3600 + of('minute') * 60 + of('second')) * 1000 + fraction;
}
