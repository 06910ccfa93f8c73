import { Pool } from 'pg';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { impatientSocket } from './impatient-socket.ts';

export interface PoolOptions {
  readonly url: string;
  readonly max: number;
  /** The schema in which a library of its own keeps its tables. */
  readonly schema: string;
  /** How long the database may be silent while an answer is due, in milliseconds. */
  readonly silenceMs: number;
  /** Whether its connections are for `LISTEN`: they are silent for hours, and all is well. */
  readonly isListening?: boolean;
  readonly logger: Logger;
}

const firstProbeMs = 10_000;

/** Connections for a library that brings its own tables. */
export function openPool({ logger, ...how }: PoolOptions): Pool {
  const { url, max, schema, silenceMs, isListening = false } = how;
  const pool: Pool = new Pool({
    connectionString: url,
    max,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: silenceMs,
    stream: () => impatientSocket(silenceMs, () => isListening && !pool.ending),
    // Of a server that is gone the system tells by itself where nothing was asked of it.
    keepAlive: true,
    keepAliveInitialDelayMillis: firstProbeMs,
    ...(isListening && { query_timeout: silenceMs }),
  });
  const log = new RareLog(logger, systemClock);
  const onError = (error: Error) => {
    log.warn(error, 'a database connection was lost');
  };
  pool.on('error', onError);
  // The pool listens only to idle connections; an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
