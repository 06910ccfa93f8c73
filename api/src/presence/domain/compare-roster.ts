import type { RosterEntry } from './roster-entry.ts';

/** What the log knows of one connection. */
export interface KnownConnection {
  readonly sid: string;
  readonly joinedAt: number;
  readonly isOpen: boolean;
  /** Its end was told exactly, so a list that still shows it is only late. */
  readonly isLeft: boolean;
  /** Last time at which a participant list showed it. */
  readonly lastSeenAt: number;
  /** When its session ended; `null` while that goes on. */
  readonly endedAt: number | null;
}

export interface RosterDifference {
  /** In the room, and the log does not know them. */
  readonly joined: readonly RosterEntry[];
  /** Open in the log, and not in the room; last sign of life in `lastSeenAt`. */
  readonly lost: readonly { readonly sid: string; readonly lastSeenAt: number }[];
  /** Taken for lost, and there all the same. */
  readonly found: readonly string[];
  /** Open in the log and in the room. */
  readonly confirmed: readonly string[];
}

/** A connection that joined so shortly before the list was asked for may not be on it yet. */
const settlingMs = 1000;
/** Who was seen so shortly before the end was there until it; lists are asked for more often than this. */
const unwatchedMs = 6000;

/** Compares the log with the media server's list, which was asked for at `askedAt`. */
export function compareRoster(
  known: readonly KnownConnection[],
  roster: readonly RosterEntry[],
  askedAt: number,
): RosterDifference {
  const inRoom = new Set(roster.map((entry) => entry.sid));
  const bySid = new Map(known.map((connection) => [connection.sid, connection]));
  const isListed = (connection: KnownConnection) => inRoom.has(connection.sid);
  return {
    joined: roster.filter((entry) => !bySid.has(entry.sid)),
    lost: known
      .filter((connection) => connection.isOpen && !isListed(connection))
      .filter((connection) => connection.joinedAt + settlingMs < askedAt)
      .filter((connection) => !wasThereAtEnd(connection))
      .map(({ sid, joinedAt, lastSeenAt }) => ({
        sid,
        lastSeenAt: Math.max(joinedAt, lastSeenAt),
      })),
    found: known
      .filter((connection) => !connection.isOpen && !connection.isLeft && isListed(connection))
      .map(({ sid }) => sid),
    confirmed: known
      .filter((connection) => connection.isOpen && isListed(connection))
      .map(({ sid }) => sid),
  };
}

/** The end of a session puts everybody out, so an empty room says nothing of the moments before. */
function wasThereAtEnd({ joinedAt, lastSeenAt, endedAt }: KnownConnection): boolean {
  return endedAt !== null && endedAt - Math.max(joinedAt, lastSeenAt) <= unwatchedMs;
}
