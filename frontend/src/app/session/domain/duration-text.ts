const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A running clock: `5:00`, `59:59`, `1:00:00`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / secondMs));
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(rest)}`
    : `${String(minutes)}:${two(rest)}`;
}

/** A clock that runs down shows the second that is not over yet, so it reaches `0:00` at the end. */
export function countdownText(ms: number): string {
  return clockText(Math.ceil(ms / secondMs) * secondMs);
}

/** A length of time in words: `45 minutes`, `1 hour 30 minutes`, `less than a minute`. */
export function durationText(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes === 0 && ms > 0) return 'less than a minute';
  const parts = [count(Math.floor(minutes / 60), 'hour'), count(minutes % 60, 'minute')];
  return parts.filter((part) => part !== '').join(' ') || '0 minutes';
}

/** How long until the start: `3 days`, and from a day out a running clock. */
export function untilText(ms: number): string {
  return ms > dayMs ? count(Math.floor(ms / dayMs), 'day') : countdownText(ms);
}

function count(value: number, unit: string): string {
  if (value === 0) return '';
  return `${String(value)} ${unit}${value === 1 ? '' : 's'}`;
}
