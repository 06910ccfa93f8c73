import type { RosterEntry } from './domain/roster-entry.ts';

export type { RosterEntry } from './domain/roster-entry.ts';

/** What presence needs of the media server: who is in a room right now. */
export interface RoomRoster {
  /** An empty list where the room does not exist. Rejects when the media server cannot be asked. */
  inRoom(sessionId: string): Promise<readonly RosterEntry[]>;
}
