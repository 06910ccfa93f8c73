import { Pool } from 'pg';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';

export interface PoolOptions {
  readonly url: string;
  readonly max: number;
  /** The schema in which a library of its own keeps its tables. */
  readonly schema: string;
  readonly logger: Logger;
}

/** Connections for a library that brings its own tables. */
export function openPool({ url, max, schema, logger }: PoolOptions): Pool {
  const pool = new Pool({ connectionString: url, max, options: `-c search_path=${schema}` });
  const log = new RareLog(logger, systemClock);
  const onError = (error: Error) => {
    log.warn(error, 'a database connection was lost');
  };
  pool.on('error', onError);
  // The pool listens only to idle connections; an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
