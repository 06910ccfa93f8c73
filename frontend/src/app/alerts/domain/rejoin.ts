/** What is known of the viewer's own part in a session. */
export interface OwnPart {
  readonly isRunning: boolean;
  /** Since when they are away who were in the room; `null` where they are not. */
  readonly awaySince: number | null;
}

/** So long somebody who left is asked on every page whether they want to go back. */
const rejoinOfferedMs = 2 * 60_000;

/** Whether somebody who left the room is asked now, wherever they are, to rejoin. */
export function isRejoinOffered({ isRunning, awaySince }: OwnPart, now: number): boolean {
  return isRunning && awaySince !== null && now - awaySince < rejoinOfferedMs;
}
