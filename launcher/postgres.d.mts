import type { Child, Exit } from './processes.mjs';

export interface PostgresOptions {
  /** Where it keeps its data. Without one it is forgetful and removed when it stops. */
  readonly dataDir?: string;
  /** A free one unless given. */
  readonly port?: number;
  /** `postgres.log` in the data folder unless given. */
  readonly logFile?: string;
  readonly runDir?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Postgres {
  /** Address of the database `peerlearn`, with user and password. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly child: Child;
  /** Ends it with everything written. */
  stop(): Promise<Exit>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<Exit>;
}

/** Starts the embedded PostgreSQL. */
export function startPostgres(options?: PostgresOptions): Promise<Postgres>;

/** Makes a database on the same server, unless there is one, and gives its address. */
export function createDatabase(url: string, name: string): Promise<string>;

/** Removes a data folder, also when it is a link to one elsewhere. */
export function removePostgres(dataDir: string): void;
