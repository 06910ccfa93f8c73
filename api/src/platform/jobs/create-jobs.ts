import { MongoBackend } from '@agendajs/mongo-backend';
import { PostgresBackend } from '@agendajs/postgres-backend';
import { MongoClient } from 'mongodb';
import { systemClock } from '../clock.ts';
import { openPool } from '../database/open-pool.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { AgendaJobs } from './agenda-jobs.ts';
import type { Jobs } from './jobs.ts';

export interface JobsSettings {
  readonly backend: 'postgres' | 'mongo';
  readonly databaseUrl: string;
  readonly mongoUrl: string | null;
}

/** The alarm clock on the store that the settings name. */
export function createJobs(settings: JobsSettings, logger: Logger): Jobs {
  if (settings.backend === 'mongo' && settings.mongoUrl) {
    return mongoJobs(settings.mongoUrl, logger);
  }
  return postgresJobs(settings.databaseUrl, logger);
}

function postgresJobs(url: string, logger: Logger): Jobs {
  const pool = openPool({ url, max: 6, schema: 'jobs', logger });
  const log = new RareLog(logger, systemClock);
  return new AgendaJobs({
    backend: () => {
      const backend = new PostgresBackend({ pool, ensureSchema: false });
      // An error that nobody hears ends the process; it connects again by itself.
      backend.notificationChannel?.on('error', (error) => {
        log.warn(error, 'the jobs hear no hints for now');
      });
      return backend;
    },
    checkHealth: async () => {
      await pool.query('select 1');
    },
    release: () => pool.end(),
    logger,
  });
}

function mongoJobs(url: string, logger: Logger): Jobs {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
  return new AgendaJobs({
    backend: () => new MongoBackend({ mongo: client.db(), collection: 'agenda_jobs' }),
    checkHealth: async () => {
      await client.db().command({ ping: 1 });
    },
    release: () => client.close(),
    logger,
  });
}
