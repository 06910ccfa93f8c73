import type { AlertPoint } from './alert-points';
import { type Urgency, urgencyAt } from './urgency';

/** What a session is called where its countdown is written. */
interface Named {
  readonly title: string;
  readonly startsAt: number;
}

/** What the tab is called from five minutes before the start on; before that, what the page is. */
export function tabTitle({ title, startsAt }: Named, now: number): string | null {
  const urgency = urgencyAt(startsAt, now);
  if (urgency === 'calm') return null;
  const count = urgency === 'soon' ? countdown(startsAt - now) : 'Join Now!';
  return `${count} · ${title} · PeerLearn`;
}

/** What stands on the tab's icon: the minutes, and in the last one a mark. */
export function iconMark(startsAt: number, now: number): string | null {
  const urgency = urgencyAt(startsAt, now);
  if (urgency === 'calm') return null;
  return urgency === 'soon' ? String(Math.ceil((startsAt - now) / 60_000)) : '!';
}

/** What stands above the button, where the page has nothing else to say. */
export function callText(urgency: Urgency): string {
  switch (urgency) {
    case 'last':
      return 'Get ready to join!';
    case 'missed':
      return 'You missed your start, Join Now!';
    case 'soon':
    case 'calm':
      return '';
    default:
      return urgency satisfies never;
  }
}

/** What a screen reader says; ten seconds before it would only talk over the last minute. */
export function announcement(point: AlertPoint, title: string): string | null {
  switch (point) {
    case 'five-minutes':
      return `${title} starts in 5 minutes.`;
    case 'one-minute':
      return `${title} starts in 1 minute. Get ready to join!`;
    case 'ten-seconds':
      return null;
    case 'start':
      return `${title} has started. You missed your start, Join Now!`;
    default:
      return point satisfies never;
  }
}

function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
