import type { RosterEntry } from './domain/roster-entry.ts';

export type { RosterEntry } from './domain/roster-entry.ts';

/** One page of one person. */
export type RoomPage = Pick<RosterEntry, 'personId' | 'connectionId'>;

/** What presence needs of the media server: who is in a room right now. */
export interface RoomRoster {
  /** Ends the connection of one page; nothing where it is not there. */
  putOut(sessionId: string, page: RoomPage): Promise<void>;
  /** An empty list where the room does not exist. Rejects when the media server cannot be asked. */
  inRoom(sessionId: string): Promise<readonly RosterEntry[]>;
}
