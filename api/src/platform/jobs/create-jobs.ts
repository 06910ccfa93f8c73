import { MongoBackend } from '@agendajs/mongo-backend';
import { PostgresBackend } from '@agendajs/postgres-backend';
import { MongoClient } from 'mongodb';
import { systemClock } from '../clock.ts';
import { openPool } from '../database/open-pool.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { AgendaJobs, type AgendaOptions } from './agenda-jobs.ts';
import type { Jobs, JobsMeter } from './jobs.ts';

export interface JobsSettings {
  readonly backend: 'postgres' | 'mongo';
  readonly databaseUrl: string;
  readonly mongoUrl: string | null;
  /** How long after a crash its jobs wait for another process; handlers may take longer. */
  readonly lockMs?: number;
}

const noMeter: JobsMeter = { rang: () => undefined };
const usualLockMs = 30_000;
/** Hints between processes make most of it instant. */
const postgresEveryMs = 1000;
/** MongoDB gives no hints, so a ring that is set for at once waits for the next look. */
const mongoEveryMs = 250;
const mongoCollection = 'agenda_jobs';

/** The alarm clock on the store that the settings name. */
export function createJobs(
  settings: JobsSettings,
  logger: Logger,
  meter: JobsMeter = noMeter,
): Jobs {
  const { backend, databaseUrl, mongoUrl, lockMs = usualLockMs } = settings;
  const common = { lockMs, logger, meter };
  if (backend === 'mongo' && mongoUrl) return mongoJobs(mongoUrl, common);
  return postgresJobs(databaseUrl, common);
}

type Common = Pick<AgendaOptions, 'lockMs' | 'logger' | 'meter'>;

function postgresJobs(url: string, common: Common): Jobs {
  const { logger } = common;
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
    processEveryMs: postgresEveryMs,
    ...common,
  });
}

function mongoJobs(url: string, common: Common): Jobs {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
  return new AgendaJobs({
    backend: () => new MongoBackend({ mongo: client.db(), collection: mongoCollection }),
    // Jobs that ring again and again have no key, so of these too there is one of each name.
    prepare: async () => {
      const key = { name: 1, 'data.key': 1 } as const;
      const options = { unique: true, name: 'agenda_jobs_key' };
      await client.db().collection(mongoCollection).createIndex(key, options);
    },
    checkHealth: async () => {
      await client.db().command({ ping: 1 });
    },
    release: () => client.close(),
    processEveryMs: mongoEveryMs,
    ...common,
  });
}
