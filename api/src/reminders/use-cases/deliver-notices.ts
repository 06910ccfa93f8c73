import { allOf } from '../../platform/all-of.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { Repeat } from '../../platform/repeat.ts';
import type { NoticeChannel } from '../domain/notice.ts';
import type { Claimed, DeliveryStore } from '../store/delivery-store.ts';
import type { FanOutNotices } from './fan-out-notices.ts';
import type { SendNotices } from './send-notices.ts';

export interface DeliverOptions {
  readonly deliveries: DeliveryStore;
  readonly fanOut: FanOutNotices;
  readonly send: SendNotices;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * So many are claimed at once, and so many claims are worked on at the same time. Each push goes to
 * another service, and one that does not answer keeps only those waiting that were claimed with it.
 */
const lanes = [
  { channel: 'EMAIL', atOnce: 20, workers: 2 },
  { channel: 'PUSH', atOnce: 10, workers: 6 },
] as const satisfies { channel: NoticeChannel; atOnce: number; workers: number }[];

/** After this without a sign of life, what a process had claimed is free for the others. */
const leaseMs = 30_000;
const holdOnMs = 10_000;

/**
 * Hands over all notices that are due and sends them, each way by itself, so that a mail server that
 * hangs holds up no push. Any number of processes may do it at the same time.
 */
export class DeliverNotices implements AsyncDisposable {
  private readonly handOver: Repeat;
  private readonly ways: readonly Repeat[];
  private readonly sending = new Set<Claimed>();
  private isStopped = false;
  private driving = 0;
  private holding: NodeJS.Timeout | null = null;

  constructor(private readonly options: DeliverOptions) {
    this.handOver = new Repeat(() => options.fanOut.run(() => this.isStopped));
    this.ways = lanes.map((lane) => new Repeat(() => this.drive(lane)));
  }

  /** Resolves when all that is due now has been tried. */
  async run(): Promise<void> {
    if (this.isStopped) return;
    await this.handOver.run();
    await Promise.all(this.ways.map((way) => way.run()));
  }

  /** Begins nothing new, and waits for what is on its way. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    await Promise.allSettled([this.handOver.run(), ...this.ways.map((way) => way.run())]);
  }

  private async drive(lane: (typeof lanes)[number]): Promise<void> {
    this.beginHolding();
    try {
      await allOf(Array.from({ length: lane.workers }, () => this.work(lane)));
    } finally {
      this.endHolding();
    }
  }

  private async work({ channel, atOnce }: (typeof lanes)[number]): Promise<void> {
    const { deliveries, send, clock } = this.options;
    while (!this.isStopped) {
      const now = clock.now();
      const claimed = await deliveries.claim(channel, atOnce, { now, until: now + leaseMs });
      if (claimed.length === 0) return;
      for (const one of claimed) this.sending.add(one);
      try {
        await send.run(claimed);
      } finally {
        // What could not be ended is free again when its lease is over.
        for (const one of claimed) this.sending.delete(one);
      }
    }
  }

  private beginHolding(): void {
    this.driving += 1;
    this.holding ??= setInterval(() => {
      const { deliveries, clock, logger } = this.options;
      deliveries.holdOn([...this.sending], clock.now() + leaseMs).catch((error: unknown) => {
        logger.warn({ err: error }, 'notices not held on to');
      });
    }, holdOnMs);
  }

  private endHolding(): void {
    this.driving -= 1;
    if (this.driving > 0 || !this.holding) return;
    clearInterval(this.holding);
    this.holding = null;
  }
}
