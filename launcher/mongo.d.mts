import type { Child, Exit } from './processes.mjs';

export interface MongoProgram {
  /** The Java that runs it. */
  readonly command: string;
  readonly classPath: string;
}

/** Why it cannot be had on this machine, in words for the person. */
export interface NoMongo {
  readonly missing: string;
}

export interface Mongo {
  /** mongodb:// address of an empty database. */
  readonly url: string;
  readonly port: number;
  readonly child: Child;
  stop(): Promise<Exit>;
  /** Ends it at once, as a crash would; what it held is lost. */
  kill(): Promise<Exit>;
}

export interface MongoOptions {
  /** A free one unless given. */
  readonly port?: number;
  readonly logFile?: string;
  readonly runDir?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Finds the MongoDB-compatible server of the tests, or gets it with Maven, once. */
export function findMongo(options?: {
  readonly signal?: AbortSignal | undefined;
}): Promise<MongoProgram | NoMongo>;

/** Starts it on loopback, in memory. */
export function startMongo(program: MongoProgram, options?: MongoOptions): Promise<Mongo>;
