/** A session in whose room somebody is. */
export interface WantedSession {
  readonly sessionId: string;
  /** Whether what is said may be written down at this moment; what is said while not is not heard. */
  readonly isOpen: boolean;
}

/** Tells which sessions are to be transcribed now. */
export interface WantedSessions {
  list(): Promise<readonly WantedSession[]>;
}
