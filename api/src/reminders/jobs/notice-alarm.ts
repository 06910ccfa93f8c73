import { allOf } from '../../platform/all-of.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Logger } from '../../platform/logger.ts';
import { Repeat } from '../../platform/repeat.ts';
import type { NoticeStore } from '../store/notice-store.ts';
import type { DeliverNotices } from '../use-cases/deliver-notices.ts';
import type { DeriveNotices } from '../use-cases/derive-notices.ts';

export interface NoticeAlarmOptions {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly store: NoticeStore;
  readonly derive: DeriveNotices;
  readonly deliver: DeliverNotices;
}

const jobName = 'notices-due';
/** What no alarm rang is found after this, in every process, whatever became of the job store. */
const sweepMs = 15_000;
/** Alarms are set this far ahead; the sweeps set the later ones in time. */
const aheadMs = 10 * 60_000;

/**
 * The alarms for what is due soon. What is due within the same second shares one, at its end: of the
 * attempts that a long outage has scattered there may be thousands.
 */
export function alarmsFor(instants: readonly number[], now: number): ReadonlySet<number> {
  const near = instants.filter((at) => at > now && at <= now + aheadMs);
  return new Set(near.map((at) => Math.ceil(at / 1000) * 1000));
}

/**
 * Has notices derived when sessions change, and delivered when they are due. There is one alarm for
 * each instant at which something is due, however much that is, and it says nothing but “look”.
 */
export class NoticeAlarm implements AsyncDisposable {
  private readonly heard = new Set<string>();
  private readonly set = new Set<number>();
  private readonly deriving: Repeat;
  private readonly sweeping: Repeat;
  private readonly working = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private isRunning = false;

  constructor(private readonly options: NoticeAlarmOptions) {
    options.jobs.define(jobName, () => {
      // A job may not take as long as ten thousand mails do.
      this.due([options.clock.now()]);
      return Promise.resolve();
    });
    this.deriving = new Repeat(() => this.deriveHeard());
    this.sweeping = new Repeat(() => this.sweep());
  }

  /** A session has changed in a way that people are told of. */
  changed(sessionId: string): void {
    if (!this.isRunning) return;
    this.heard.add(sessionId);
    this.inBackground('notices not derived', this.deriving.run());
  }

  /** Something is due at these instants. */
  due(instants: readonly number[]): void {
    if (!this.isRunning) return;
    const now = this.options.clock.now();
    if (instants.some((at) => at <= now)) {
      this.inBackground('notices not delivered', this.options.deliver.run());
    }
    for (const at of alarmsFor(instants, now)) if (!this.set.has(at)) this.setAlarm(at);
  }

  /** Derives everything once more, because hints and jobs may have been lost, and goes on from there. */
  start(): void {
    this.isRunning = true;
    this.inBackground('notices not derived', this.options.derive.all());
    this.timer = setInterval(() => {
      this.inBackground('notices not looked after', this.sweeping.run());
    }, sweepMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isRunning = false;
    if (this.timer) clearInterval(this.timer);
    await Promise.allSettled(this.working);
  }

  private async sweep(): Promise<void> {
    const { derive, deliver, store, clock } = this.options;
    const now = clock.now();
    for (const at of this.set) if (at <= now) this.set.delete(at);
    // What is known already goes out, also where no more can be derived for now.
    const derived = derive.changes().then(async () => {
      this.due(await store.dueInstants(now + aheadMs));
    });
    await allOf([derived, derived.catch(() => undefined).then(() => deliver.run())]);
  }

  private async deriveHeard(): Promise<void> {
    const sessionIds = [...this.heard];
    this.heard.clear();
    await this.options.derive.of(sessionIds);
  }

  private setAlarm(at: number): void {
    this.set.add(at);
    const ring = { at, key: 'notices', data: {} };
    const setting = this.options.jobs.at(jobName, ring).catch((error: unknown) => {
      // The next sweep sets it again.
      this.set.delete(at);
      throw error;
    });
    this.inBackground('alarm not set', setting);
  }

  private inBackground(complaint: string, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => {
        if (this.isRunning) this.options.logger.error({ err: error }, complaint);
      })
      .finally(() => this.working.delete(done));
    this.working.add(done);
  }
}
