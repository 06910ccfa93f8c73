import { Agenda, type AgendaBackend, exponential, Job, type NotificationChannel } from 'agenda';
import { Background } from '../background.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { HeldLocks } from './held-locks.ts';
import type { JobData, JobHandler, Jobs, JobsMeter, Ring } from './jobs.ts';

export interface AgendaOptions {
  /** Called at the start, because a backend connects as soon as it exists. */
  readonly backend: () => AgendaBackend;
  /** By which processes tell each other of jobs, where the backend has no way of its own. */
  readonly hints?: () => NotificationChannel;
  /** Makes what the store needs before the first job. */
  readonly prepare?: () => Promise<void>;
  readonly checkHealth: () => Promise<void>;
  /** Ends what the backend was given, after the last job. */
  readonly release: () => Promise<void>;
  readonly logger: Logger;
  readonly meter: JobsMeter;
  /** Jobs that ring are looked for this often. */
  readonly processEveryMs: number;
  /** After a crash a job is run again when its lock is as old as this. */
  readonly lockMs: number;
}

const drainMs = 10_000;
/** A ring whose handler failed rings again: after 1, 2, 4, 8 and 16 seconds. */
const again = exponential({ delay: 1000, maxRetries: 5 });

/** The alarm clock on Agenda. It says only when; each handler looks up what is due. */
export class AgendaJobs implements Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly removals: Background;
  private agenda: Agenda | null = null;
  private locks: HeldLocks | null = null;

  constructor(private readonly options: AgendaOptions) {
    this.removals = new Background(options.logger);
  }

  define(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  async start(): Promise<void> {
    const log = new RareLog(this.options.logger, systemClock);
    await this.options.prepare?.();
    const notificationChannel = this.options.hints?.();
    const agenda = new Agenda({
      backend: this.options.backend(),
      ...(notificationChannel && { notificationChannel }),
      processEvery: this.options.processEveryMs,
      defaultLockLifetime: this.options.lockMs,
      defaultConcurrency: 20,
      maxConcurrency: 50,
    });
    agenda.on('error', (error: Error) => {
      log.warn(error, 'the jobs have a fault');
    });
    agenda.on('complete', (job: unknown) => {
      // Other processes tell of their jobs too, in another form.
      if (job instanceof Job) this.removeIfDone(job);
    });
    this.locks = HeldLocks.of(agenda.db);
    for (const [name, handler] of this.handlers) this.defineOn(agenda, name, handler);
    await agenda.ready;
    await agenda.start();
    this.agenda = agenda;
  }

  /**
   * The instant is part of the key: a ring in progress can then never swallow the next one of the
   * same matter, and one that has become needless finds nothing due.
   */
  async at(name: string, ring: Ring): Promise<void> {
    const key = `${ring.key}@${String(ring.at)}`;
    const job = this.running()
      .create(name, { ...ring.data, key })
      // One that is there stays as it is: written anew it would lose its lock while it runs.
      .unique({ 'data.key': key }, { insertOnly: true })
      .schedule(new Date(ring.at));
    await unlessThere(job.save());
  }

  async every(name: string, intervalMs: number): Promise<void> {
    await unlessThere(this.running().every(intervalMs, name, {}));
  }

  checkHealth(): Promise<void> {
    return this.options.checkHealth();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.agenda) await this.end(this.agenda);
    await this.removals.settled();
    this.agenda = null;
    await this.options.release();
  }

  private running(): Agenda {
    if (!this.agenda) throw new Error('jobs were used before their start');
    return this.agenda;
  }

  /** Lets what runs come to its end, and leaves to other processes what was only put by. */
  private async end(agenda: Agenda): Promise<void> {
    await agenda.drain({ timeout: drainMs, closeConnection: false });
    try {
      await this.locks?.release();
    } catch (error) {
      this.options.logger.warn({ err: error }, 'jobs stay locked until their time is up');
    }
  }

  private defineOn(agenda: Agenda, name: string, handler: JobHandler): void {
    agenda.define<JobData>(
      name,
      async (job) => {
        this.locks?.begun(job.attrs._id);
        const begin = performance.now();
        const isOver = (outcome: 'ok' | 'failed') => {
          this.options.meter.rang(name, outcome, (performance.now() - begin) / 1000);
        };
        try {
          await this.whileHeld(job, () => handler(job.attrs.data));
          isOver('ok');
        } catch (error) {
          isOver('failed');
          this.options.logger.error({ err: error, job: name, data: job.attrs.data }, 'job failed');
          throw error;
        }
      },
      { backoff: again },
    );
  }

  /** Renews the lock while the work takes long; it ends before Agenda writes how the job went. */
  private async whileHeld(job: Job<JobData>, work: () => Promise<void>): Promise<void> {
    let renewal = Promise.resolve();
    const timer = setInterval(() => {
      renewal = job.touch().catch((error: unknown) => {
        this.options.logger.warn({ err: error }, 'the lock of a job could not be renewed');
      });
    }, this.options.lockMs / 3);
    try {
      await work();
    } finally {
      clearInterval(timer);
      await renewal;
    }
  }

  /** Agenda's own removal makes its `drain` wait for a job that is over until time runs out. */
  private removeIfDone(job: Job): void {
    if (job.attrs.nextRunAt) return;
    this.removals.run('removal of a job', async () => {
      await job.remove();
    });
  }
}

const codesOfDuplicates: readonly unknown[] = ['23505', 11000];

/** Another process may have set the same alarm in the same moment. */
async function unlessThere(saving: Promise<unknown>): Promise<void> {
  try {
    await saving;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (!codesOfDuplicates.includes(code)) throw error;
  }
}
