/** What is to be recorded, and under which key of the storage its file is to lie in the end. */
export interface RecordingOrder {
  readonly partId: string;
  readonly sessionId: string;
  readonly key: string;
}

/** What a recorder says of its work now. */
export interface RecorderReport {
  /** Its own name for the work. */
  readonly name: string;
  /** `null` where it does not know for whom it works. */
  readonly partId: string | null;
  readonly state: 'STARTING' | 'RECORDING' | 'FINISHING' | 'DONE' | 'FAILED';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly bytes: number | null;
  /** In words, where it failed. */
  readonly reason: string | null;
}

/** Makes one file of what is seen and heard in a room. */
export interface Recorder {
  /** Whether it would take one more room now. */
  admits(): Promise<boolean>;
  /**
   * Begins; gives its own name for the work. Rejects with `RecorderAway` or `RecorderFull`. Asked twice
   * for one part it records once.
   */
  start(order: RecordingOrder): Promise<string>;
  /** Stopping what has stopped is no fault. Rejects with `RecorderAway` where nobody has heard it. */
  stop(name: string): Promise<void>;
  /** Its name for what it records of a part; `null` where it records nothing of it. */
  find(partId: string): Promise<string | null>;
  /** What it says of it now; `null` where it knows nothing of it. */
  look(name: string): Promise<RecorderReport | null>;
}

/** The recorder cannot be reached, or does not answer. */
export class RecorderAway extends Error {
  override readonly name = 'RecorderAway';
}

/** The recorder has as many rooms as it can take. */
export class RecorderFull extends Error {
  override readonly name = 'RecorderFull';
}
