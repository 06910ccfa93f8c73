import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import type { JobHandler, Jobs, Ring } from './jobs.ts';

const againMs = 5000;

/**
 * An alarm clock whose store need not be there at the start: it is tried again until it is. Until then
 * every process does by itself what is to ring again and again, and those sweeps find what is due.
 */
export class PatientJobs implements Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly repeated = new Map<string, number>();
  private readonly standIns = new Set<NodeJS.Timeout>();
  private readonly log: RareLog;
  private trying: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private hasStarted = false;
  private isComplete = false;
  private isStopped = false;

  private jobs: Jobs;

  /** Each attempt has an alarm clock of its own: one whose connection failed can not be used again. */
  constructor(
    private readonly make: () => Jobs,
    private readonly logger: Logger,
  ) {
    this.jobs = make();
    this.log = new RareLog(logger, systemClock);
  }

  define(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
    this.jobs.define(name, handler);
  }

  async at(name: string, ring: Ring): Promise<void> {
    this.requireStart();
    await this.jobs.at(name, ring);
  }

  async every(name: string, intervalMs: number): Promise<void> {
    if (this.isComplete) {
      await this.jobs.every(name, intervalMs);
      return;
    }
    this.repeated.set(name, intervalMs);
    this.standIns.add(setInterval(() => void this.standIn(name), intervalMs));
  }

  /** Resolves also where the store does not answer. */
  async start(): Promise<void> {
    this.trying = this.try();
    await this.trying;
  }

  async checkHealth(): Promise<void> {
    this.requireStart();
    await this.jobs.checkHealth();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.endStandIns();
    await this.trying;
    await this.jobs[Symbol.asyncDispose]();
  }

  private async try(): Promise<void> {
    try {
      if (!this.hasStarted) await this.jobs.start();
      this.hasStarted = true;
      for (const [name, intervalMs] of this.repeated) await this.jobs.every(name, intervalMs);
      this.isComplete = true;
      this.endStandIns();
    } catch (error) {
      this.log.warn(error, 'the store of the jobs does not answer; it is tried again');
      if (this.isStopped) return;
      await this.renew();
      this.tryLater();
    }
  }

  private tryLater(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.trying = this.try();
    }, againMs);
  }

  private async renew(): Promise<void> {
    const failed = this.jobs;
    this.hasStarted = false;
    this.jobs = this.make();
    for (const [name, handler] of this.handlers) this.jobs.define(name, handler);
    try {
      await failed[Symbol.asyncDispose]();
    } catch (error) {
      this.log.warn(error, 'what was begun with the store of the jobs did not end well');
    }
  }

  private async standIn(name: string): Promise<void> {
    try {
      await this.handlers.get(name)?.({});
    } catch (error) {
      this.logger.error({ err: error, job: name }, 'job failed');
    }
  }

  private endStandIns(): void {
    for (const timer of this.standIns) clearInterval(timer);
    this.standIns.clear();
  }

  private requireStart(): void {
    if (!this.hasStarted) throw new Error('the store of the jobs has not answered yet');
  }
}
