import { type Clock, systemClock } from './platform/clock.ts';
import type { Allowances } from './platform/allowances/allowances.ts';
import { createAllowances } from './platform/allowances/create-allowances.ts';
import type { Config } from './platform/config/config.ts';
import { Database, type DatabaseOptions } from './platform/database/database.ts';
import type { SocketTiming } from './platform/graphql/socket-endpoint.ts';
import type { HealthCheck } from './platform/http/health.ts';
import { createJobs } from './platform/jobs/create-jobs.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { PatientJobs } from './platform/jobs/patient-jobs.ts';
import { type Logger, createLogger } from './platform/logger.ts';
import { Metrics } from './platform/metrics/metrics.ts';
import { CaughtMailbox } from './platform/mail/caught-mailbox.ts';
import type { Mailbox } from './platform/mail/mailbox.ts';
import { SmtpMailbox } from './platform/mail/smtp-mailbox.ts';
import type { BlobStorage } from './platform/storage/blob-storage.ts';
import { DiskStorage } from './platform/storage/disk-storage.ts';
import { S3Storage } from './platform/storage/s3-storage.ts';
import { createWakeUps } from './platform/streams/create-wake-ups.ts';
import type { WakeUps } from './platform/streams/wake-ups.ts';
import type { MediaServer } from './media/media-server.ts';
import type { Push, PushTiming } from './push/push.ts';
import type { Recorder } from './recording/recorder.ts';
import type { NoticeMeter } from './reminders/reminders.ts';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly mailbox?: Mailbox;
  readonly jobs?: Jobs;
  readonly wakeUps?: WakeUps;
  readonly storage?: BlobStorage;
  readonly mediaServer?: MediaServer;
  readonly recorder?: Recorder;
  readonly socketTiming?: Partial<SocketTiming>;
  readonly pushTiming?: Partial<PushTiming>;
  /** Where reminders go instead of people's devices. */
  readonly push?: Pick<Push, 'send' | 'reachable'>;
  readonly noticeMeter?: NoticeMeter;
}

/** What every context stands on. */
export interface Base {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly allowances: Allowances;
  readonly jobs: Jobs;
  readonly metrics: Metrics;
  readonly mailbox: Mailbox;
  readonly caughtMail: CaughtMailbox | null;
  readonly storage: BlobStorage;
  /** Servers that not every installation has; each is missed, and none is vital. */
  readonly partners: readonly HealthCheck[];
}

type Tables = Pick<DatabaseOptions, 'entities' | 'migrations'>;

/** Opens what every context stands on; the stack closes it. */
export function createBase(
  config: Config,
  overrides: Overrides,
  tables: Tables,
  stack: AsyncDisposableStack,
): Base {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const database = stack.use(
    Database.open({
      ...config.database,
      ...tables,
      logger: logger.child({ context: 'database' }),
    }),
  );
  const wakeUps = stack.use(
    overrides.wakeUps ?? createWakeUps(config, logger.child({ context: 'wake-ups' })),
  );
  const { redisUrl } = config.wakeUps;
  const allowances = stack.use(
    createAllowances(redisUrl, clock, logger.child({ context: 'allowances' })),
  );
  const metrics = new Metrics();
  const jobs = overrides.jobs ?? jobsOf(config, logger.child({ context: 'jobs' }), metrics);
  const caughtMail = config.mail.kind === 'caught' ? new CaughtMailbox(database, clock) : null;
  const outgoing = outgoingMail(config, clock);
  const mailbox = stack.use(firstOf(overrides.mailbox, caughtMail, outgoing));
  return {
    clock,
    logger,
    database,
    wakeUps,
    allowances,
    jobs,
    metrics,
    mailbox,
    caughtMail,
    storage: storageOf(config, overrides),
    partners: [
      ...(redisUrl === null ? [] : [partner('redis', allowances)]),
      ...(outgoing && mailbox === outgoing ? [partner('mail', outgoing)] : []),
    ],
  };
}

function firstOf(...mailboxes: readonly (Mailbox | null | undefined)[]): Mailbox {
  const mailbox = mailboxes.find((one) => one);
  if (!mailbox) throw new Error('there is nowhere for mail to go');
  return mailbox;
}

function partner(name: string, server: { checkHealth(): Promise<void> }): HealthCheck {
  return { name, isVital: false, check: () => server.checkHealth() };
}

function outgoingMail({ mail }: Config, clock: Clock): SmtpMailbox | null {
  return mail.smtpUrl === null ? null : new SmtpMailbox({ ...mail, url: mail.smtpUrl, clock });
}

function storageOf(config: Config, overrides: Overrides): BlobStorage {
  const { storage } = config;
  if (overrides.storage) return overrides.storage;
  return storage.kind === 'disk' ? new DiskStorage(storage.folder) : new S3Storage(storage);
}

function jobsOf(config: Config, logger: Logger, metrics: Metrics): Jobs {
  const { url: databaseUrl, silenceMs } = config.database;
  const settings = { ...config.jobs, databaseUrl, silenceMs };
  return new PatientJobs(() => createJobs(settings, logger, metrics), logger);
}
