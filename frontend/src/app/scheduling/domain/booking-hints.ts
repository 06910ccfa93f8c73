/** What the notice means, in a sentence; empty while it is no number. */
export function noticeHint(minutes: number): string {
  if (!Number.isFinite(minutes) || minutes < 0) return '';
  if (minutes === 0) return 'Learners can book until a session starts.';
  return `Learners book at least ${amount(minutes / 60, 'hour')} before a session starts.`;
}

/** What being bookable so many days ahead means, in a sentence. */
export function horizonHint(days: number): string {
  if (!Number.isFinite(days) || days <= 0) return '';
  return `Learners see your times of the next ${days === 1 ? 'day' : amount(days, 'day')}.`;
}

function amount(count: number, unit: string): string {
  return `${String(Math.round(count * 10) / 10)} ${unit}${count === 1 ? '' : 's'}`;
}
