import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { DeviceClock, instantOf } from './clock';
import {
  type ClockSample,
  distrusted,
  moreCertain,
  offsetOf,
  shifted,
  sleptMs,
} from './domain/clock-offset';
import { GraphqlClient } from './graphql-client';
import { PageLife } from './page-life';
import { ServerTimeDocument } from './server-clock-operations';

const tickMs = 200;
const resyncMs = 60_000;
const firstSamples = 3;

/**
 * The server's time on this device, whatever the device's own clock says: monotonic time plus the
 * offset of the least uncertain sample, taken again after sleep and when the page is looked at.
 */
@Service()
export class ServerClock {
  private readonly device = inject(DeviceClock);
  private readonly graphql = inject(GraphqlClient);
  private readonly page = inject(PageLife);
  private readonly sample = signal<ClockSample | null>(null);
  private readonly ticks = signal(0);
  private pair = this.readPair();
  private nextSyncAt = 0;
  private ticking: ReturnType<typeof setTimeout> | undefined;

  /** False until the server has been heard; until then the device's clock has to do. */
  readonly isSynced = computed(() => this.sample() !== null);

  /** The server's time, moving five times a second and at every full second. */
  readonly time = computed(() => {
    this.ticks();
    return this.now();
  });

  constructor() {
    const returning = this.page.returns.subscribe(() => {
      this.distrust();
    });
    inject(DestroyRef).onDestroy(() => {
      returning.unsubscribe();
      clearTimeout(this.ticking);
    });
    this.tick();
  }

  /** The server's time at this very moment. */
  now(): number {
    const sample = this.sample();
    return sample ? this.device.monotonic() + offsetOf(sample) : this.device.now();
  }

  /** Takes over a server time that came with some answer, if it is more certain than what we have. */
  learn(sample: ClockSample): void {
    this.sample.update((known) =>
      known ? moreCertain(known, sample, this.device.monotonic()) : sample,
    );
  }

  /** Asks the server for its time, a few times in a row. */
  async sync(): Promise<void> {
    this.nextSyncAt = this.device.monotonic() + resyncMs;
    for (let count = 0; count < firstSamples; count++) await this.ask();
  }

  /** Whether the device slept is seen at each tick; those of a hidden page may be a minute apart. */
  noticeSleep(): void {
    const before = this.pair;
    this.pair = this.readPair();
    const slept = sleptMs(before, this.pair);
    if (slept !== 0) this.wakeUp(slept);
  }

  private async ask(): Promise<void> {
    const askedAt = this.device.monotonic();
    try {
      const { serverTime } = await this.graphql.query(ServerTimeDocument, {});
      this.learn({
        askedAt,
        answeredAt: this.device.monotonic(),
        serverTime: instantOf(serverTime),
      });
    } catch {
      // Offline: the offset that we have stays right, and the next tick asks again.
      this.nextSyncAt = this.device.monotonic() + resyncMs / 10;
    }
  }

  private tick(): void {
    this.noticeSleep();
    if (this.pair.monotonic >= this.nextSyncAt && this.page.isVisible) void this.sync();
    this.ticks.update((count) => count + 1);
    this.ticking = setTimeout(
      () => {
        this.tick();
      },
      tickMs - (this.now() % tickMs),
    );
  }

  /** The next answer replaces what we have, however slow it is. */
  private distrust(): void {
    this.sample.update((known) => known && distrusted(known));
    void this.sync();
  }

  /** The monotonic clock stood still while the device slept; the device's own clock did not. */
  private wakeUp(slept: number): void {
    this.sample.update((known) => known && shifted(known, slept));
    this.distrust();
  }

  private readPair() {
    return { wall: this.device.now(), monotonic: this.device.monotonic() };
  }
}
