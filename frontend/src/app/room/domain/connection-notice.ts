/** How the two ways to the other one are: media for picture and sound, the socket for everything else. */
export interface Lines {
  readonly isMediaDown: boolean;
  /** Media could not be got back although it was tried several times. */
  readonly isMediaStuck: boolean;
  readonly isVideoServiceDown: boolean;
  /** The servers by which media went do not answer; others are tried. */
  readonly isOnBackup: boolean;
  readonly failedSocketAttempts: number;
}

export interface Notice {
  readonly text: string;
  /** What the person may press to try at once. */
  readonly action: string | null;
}

const patientAttempts = 3;

/** What the person is told of a broken connection, or `null` while both ways are open. */
export function connectionNotice(lines: Lines): Notice | null {
  const isSocketDown = lines.failedSocketAttempts > 0;
  if (lines.isMediaDown) return isSocketDown ? cutOff(lines) : mediaOnly(lines);
  if (!isSocketDown) return null;
  return lines.failedSocketAttempts <= patientAttempts
    ? { text: 'Network issues detected. Trying to reconnect...', action: null }
    : { text: 'Chat and status are offline. The call goes on.', action: 'Reconnect' };
}

function cutOff({ failedSocketAttempts }: Lines): Notice {
  return failedSocketAttempts <= patientAttempts
    ? { text: 'Reconnecting…', action: null }
    : { text: 'Network issue, please refresh', action: 'Reconnect' };
}

function mediaOnly(lines: Lines): Notice {
  const { isMediaStuck } = lines;
  return { text: mediaText(lines), action: isMediaStuck ? 'Click to Retry Connection' : null };
}

function mediaText({ isMediaStuck, isVideoServiceDown, isOnBackup }: Lines): string {
  if (isOnBackup) return 'Connection retrying on backup server…';
  return isVideoServiceDown && isMediaStuck
    ? 'Video service unavailable. Try again.'
    : "We're reconnecting you. Hang tight!";
}
