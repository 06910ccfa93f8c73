/** One connection that the media server shows in a session's room. */
export interface RosterEntry {
  readonly personId: string;
  readonly connectionId: string;
  /** The media server's own name of this stay; a new one after every full reconnect. */
  readonly sid: string;
  readonly joinedAt: number;
}
