const minuteMs = 60_000;

/** What is announced about the time left, or nothing yet. */
export function timeWarning(timeLeftMs: number): string {
  if (timeLeftMs <= 0) return '';
  if (timeLeftMs <= minuteMs) return '1 minute left';
  return timeLeftMs <= 5 * minuteMs ? '5 minutes left' : '';
}
