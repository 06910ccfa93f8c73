import { Agenda, type AgendaBackend, exponential, Job } from 'agenda';
import { Background } from '../background.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import type { JobData, JobHandler, Jobs, Ring } from './jobs.ts';

export interface AgendaOptions {
  /** Called at the start, because a backend connects as soon as it exists. */
  readonly backend: () => AgendaBackend;
  readonly checkHealth: () => Promise<void>;
  /** Ends what the backend was given, after the last job. */
  readonly release: () => Promise<void>;
  readonly logger: Logger;
}

/** Jobs that ring are looked for this often; hints between processes make most of it instant. */
const processEveryMs = 1000;
/** After a crash a job is run again when its lock is as old as this; handlers take seconds. */
const lockLifetimeMs = 30_000;
const drainMs = 10_000;
/** A ring whose handler failed rings again: after 1, 2, 4, 8 and 16 seconds. */
const again = exponential({ delay: 1000, maxRetries: 5 });

/** The alarm clock on Agenda. It says only when; each handler looks up what is due. */
export class AgendaJobs implements Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly removals: Background;
  private agenda: Agenda | null = null;

  constructor(private readonly options: AgendaOptions) {
    this.removals = new Background(options.logger);
  }

  define(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  async start(): Promise<void> {
    const log = new RareLog(this.options.logger, systemClock);
    const agenda = new Agenda({
      backend: this.options.backend(),
      processEvery: processEveryMs,
      defaultLockLifetime: lockLifetimeMs,
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
      .unique({ 'data.key': key })
      .schedule(new Date(ring.at));
    try {
      await job.save();
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async every(name: string, intervalMs: number): Promise<void> {
    await this.running().every(intervalMs, name);
  }

  checkHealth(): Promise<void> {
    return this.options.checkHealth();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.agenda?.drain({ timeout: drainMs, closeConnection: true });
    await this.removals.settled();
    this.agenda = null;
    await this.options.release();
  }

  private running(): Agenda {
    if (!this.agenda) throw new Error('jobs were used before their start');
    return this.agenda;
  }

  private defineOn(agenda: Agenda, name: string, handler: JobHandler): void {
    agenda.define<JobData>(
      name,
      async (job) => {
        try {
          await handler(job.attrs.data);
        } catch (error) {
          this.options.logger.error({ err: error, job: name, data: job.attrs.data }, 'job failed');
          throw error;
        }
      },
      { backoff: again },
    );
  }

  /** Agenda's own removal makes its `drain` wait for a job that is over until time runs out. */
  private removeIfDone(job: Job): void {
    if (job.attrs.nextRunAt) return;
    this.removals.run('removal of a job', async () => {
      await job.remove();
    });
  }
}

/** Another process has set the same alarm in the same moment. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
