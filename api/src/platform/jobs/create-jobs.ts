import { MongoBackend } from '@agendajs/mongo-backend';
import { PostgresBackend, PostgresNotificationChannel } from '@agendajs/postgres-backend';
import { MongoClient } from 'mongodb';
import type { Pool } from 'pg';
import { systemClock } from '../clock.ts';
import { type PoolOptions, openPool } from '../database/open-pool.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { AgendaJobs, type AgendaOptions } from './agenda-jobs.ts';
import type { Jobs, JobsMeter } from './jobs.ts';

export interface JobsSettings {
  readonly backend: 'postgres' | 'mongo';
  readonly databaseUrl: string;
  /** How long PostgreSQL may be silent while an answer is due, in milliseconds. */
  readonly silenceMs?: number;
  readonly mongoUrl: string | null;
  /** How long after a crash its jobs wait for another process; handlers may take longer. */
  readonly lockMs?: number;
}

const noMeter: JobsMeter = { rang: () => undefined };
const usualLockMs = 30_000;
const usualSilenceMs = 30_000;
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
  const { silenceMs = usualSilenceMs } = settings;
  const common = { lockMs, logger, meter };
  if (backend === 'mongo' && mongoUrl) return mongoJobs(mongoUrl, common);
  return postgresJobs({ url: databaseUrl, silenceMs }, common);
}

type Common = Pick<AgendaOptions, 'lockMs' | 'logger' | 'meter'>;

type Postgres = Pick<PoolOptions, 'url' | 'silenceMs'>;

function postgresJobs(where: Postgres, common: Common): Jobs {
  const { logger } = common;
  const basis = { ...where, schema: 'jobs', logger };
  const pool = openPool({ ...basis, max: 6 });
  const listening = openPool({ ...basis, max: 2, isListening: true });
  return new AgendaJobs({
    backend: () => new PostgresBackend({ pool, ensureSchema: false, disableNotifications: true }),
    hints: () => hintsBy(pool, listening, logger),
    checkHealth: async () => {
      await pool.query('select 1');
    },
    release: async () => {
      await Promise.all([pool.end(), listening.end()]);
    },
    processEveryMs: postgresEveryMs,
    ...common,
  });
}

/** What is said goes by the usual connections, and what is heard by one that may be silent. */
function hintsBy(pool: Pool, listening: Pool, logger: Logger): PostgresNotificationChannel {
  const log = new RareLog(logger, systemClock);
  const ways = { connect: () => listening.connect(), query: (text: string) => pool.query(text) };
  // Of a pool the channel uses these two alone.
  const hints = new PostgresNotificationChannel({
    pool: ways as unknown as Pool,
    reconnect: { enabled: true },
  });
  // An error that nobody hears ends the process; it connects again by itself.
  hints.on('error', (error) => {
    log.warn(error, 'the jobs hear no hints for now');
  });
  return hints;
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
