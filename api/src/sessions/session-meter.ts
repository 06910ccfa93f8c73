import type { LeaveReason } from './domain/session-event.ts';
import type { IssueKind } from './domain/tech-issue.ts';

/** How a connection to a room ended; `LOST`: it was found missing. */
export type Disconnection = LeaveReason | 'LOST';

/** Counts what goes wrong in sessions, and how long it takes until all is well. */
export interface SessionMeter {
  disconnected(how: Disconnection): void;
  /** Somebody came to a room, and no picture and no sound got through. */
  mediaFailed(): void;
  issueBegan(kind: IssueKind): void;
  issueOver(kind: IssueKind, durationMs: number): void;
  /** Somebody who joined sees the other. */
  pictureSeen(waitedMs: number): void;
}
