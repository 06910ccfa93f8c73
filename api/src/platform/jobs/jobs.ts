/** What a job is given when it rings. */
export type JobData = Readonly<Record<string, string | number>>;

/** Does the work of one ring. May be called twice or late, so it must ask what is due now. */
export type JobHandler = (data: JobData) => Promise<void>;

/** One alarm: when, what it is about, and what the handler is given. */
export interface Ring {
  readonly at: number;
  readonly key: string;
  readonly data: JobData;
}

/** Counts rings by how their work ended. */
export interface JobsMeter {
  rang(job: string, outcome: 'ok' | 'failed', seconds: number): void;
}

/** The alarm clock. Truth about what is due lives in our own tables; this only rings. */
export interface Jobs extends AsyncDisposable {
  /** Says what happens when `name` rings. To be called before `start`. */
  define(name: string, handler: JobHandler): void;
  /** Rings `name` once at the instant; asking again for the same key and instant changes nothing. */
  at(name: string, ring: Ring): Promise<void>;
  /** Rings `name` again and again, in one of the running processes. */
  every(name: string, intervalMs: number): Promise<void>;
  start(): Promise<void>;
  /** Rejects where the store of the jobs does not answer. */
  checkHealth(): Promise<void>;
}
