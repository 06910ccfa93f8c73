/** One connection that the media server shows in a session's room. */
export interface RosterEntry {
  readonly personId: string;
  readonly connectionId: string;
  /** The media server's own name of this stay; a new one after every full reconnect. */
  readonly sid: string;
  readonly joinedAt: number;
}

/** What presence needs of the media server: who is in a room right now. */
export interface RoomRoster {
  /** An empty list where the room does not exist. Rejects when the media server cannot be asked. */
  inRoom(sessionId: string): Promise<readonly RosterEntry[]>;
}
