import { type BackOff, backOffMs } from './back-off';

/** The two ways to the other one: the socket for all that is written and told, media for picture and sound. */
export type Plane = 'socket' | 'media';

const waits: Readonly<Record<Plane, BackOff>> = {
  socket: { firstMs: 400, mostMs: 10_000 },
  media: { firstMs: 500, mostMs: 8000 },
};

/** Attempts that are made before the person is offered to press a button; they go on after it. */
const patientAttempts = 3;

/** How long to wait before the next attempt, spread by `share` (0 to 1). */
export function attemptWaitMs(plane: Plane, failedAttempts: number, share: number): number {
  return backOffMs(waits[plane], failedAttempts, share);
}

/** Whether an attempt at `at` can still lead anywhere: the session goes on until `latestEndAt` at most. */
export function isWorthTrying(latestEndAt: number | null, at: number): boolean {
  return latestEndAt === null || at < latestEndAt;
}

/** How both ways are. */
export interface Lines {
  /** What the person sees of the way into the call. */
  readonly call: 'outside' | 'connecting' | 'connected' | 'reconnecting';
  /** Attempts since media last worked; losing it is none. */
  readonly failedMediaAttempts: number;
  readonly isVideoServiceDown: boolean;
  /** The servers by which media went do not answer; others are tried. */
  readonly isOnBackup: boolean;
  /** Attempts since the socket last worked, and one for losing it. */
  readonly failedSocketAttempts: number;
}

export interface Notice {
  readonly text: string;
  /** What the person may press to try at once. */
  readonly action: string | null;
}

/** What the person is to know of both ways in one message, or `null` while both are open. */
export function connectionNotice(lines: Lines): Notice | null {
  const isSocketDown = lines.failedSocketAttempts > 0;
  if (isMediaDown(lines)) return isSocketDown ? cutOff(lines) : mediaOnly(lines);
  if (!isSocketDown) return null;
  return isSocketStuck(lines)
    ? { text: 'Chat and status are offline. The call goes on.', action: 'Reconnect' }
    : { text: 'Network issues detected. Trying to reconnect...', action: null };
}

/** The first way in says something only when it does not work at once. */
function isMediaDown(lines: Lines): boolean {
  if (lines.call !== 'connecting') return lines.call === 'reconnecting';
  return lines.isOnBackup || isMediaStuck(lines);
}

function isMediaStuck({ failedMediaAttempts }: Lines): boolean {
  return failedMediaAttempts >= patientAttempts;
}

function isSocketStuck({ failedSocketAttempts }: Lines): boolean {
  return failedSocketAttempts > patientAttempts;
}

function cutOff(lines: Lines): Notice {
  return isSocketStuck(lines) || isMediaStuck(lines)
    ? { text: 'Network issue, please refresh', action: 'Reconnect' }
    : { text: 'Reconnecting…', action: null };
}

function mediaOnly(lines: Lines): Notice {
  const action = isMediaStuck(lines) ? 'Click to Retry Connection' : null;
  return { text: mediaText(lines), action };
}

function mediaText(lines: Lines): string {
  if (lines.isOnBackup) return 'Connection retrying on backup server…';
  return lines.isVideoServiceDown && isMediaStuck(lines)
    ? 'Video service unavailable. Try again.'
    : "We're reconnecting you. Hang tight!";
}
