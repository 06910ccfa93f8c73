import { computed, signal } from '@angular/core';
import { Subject } from 'rxjs';
import type { DeviceClock } from '../platform/clock';
import type { ClockSample } from '../platform/domain/clock-offset';
import type { PageLife } from '../platform/page-life';
import type { ServerClock } from '../platform/server-clock';
import type { SocketHealth } from '../platform/socket-health';
import type { SteadyTimer } from '../platform/steady-timer';
import type { BrowserStorage } from '../platform/storage';
import type { TabLocks } from '../platform/tab-locks';

/** What others see of a class. */
type Public<T> = Pick<T, keyof T>;

/** The server's time, set by the test. */
export class FakeServerClock implements Public<ServerClock> {
  private readonly instant = signal(0);
  readonly time = this.instant.asReadonly();
  readonly isSynced = signal(true);
  readonly learnt: ClockSample[] = [];
  /** How often the server was asked. */
  syncs = 0;

  now(): number {
    return this.instant();
  }

  set(instant: number): void {
    this.instant.set(instant);
  }

  learn(sample: ClockSample): void {
    this.learnt.push(sample);
  }

  sync(): Promise<void> {
    this.syncs++;
    return Promise.resolve();
  }

  noticeSleep(): void {
    // A clock that is set is never asleep.
  }
}

/** The clocks of a device, which a test can set and let sleep. */
export class FakeDeviceClock implements Public<DeviceClock> {
  wall = 0;
  even = 0;

  now(): number {
    return this.wall;
  }

  monotonic(): number {
    return this.even;
  }

  pass(ms: number): void {
    this.wall += ms;
    this.even += ms;
  }
}

/** What this browser remembers, in memory. */
export class FakeStorage implements Public<BrowserStorage> {
  private readonly kept = new Map<string, unknown>();

  read(key: string): unknown {
    return this.kept.get(key) ?? null;
  }

  write(key: string, value: unknown): void {
    if (value === null) this.kept.delete(key);
    else this.kept.set(key, value);
  }

  forgetOwn(): void {
    for (const key of this.kept.keys()) if (key.startsWith('own.')) this.kept.delete(key);
  }
}

/** The WebSocket of the page, as good or bad as the test wants it. */
export class FakeSocketHealth implements Omit<Public<SocketHealth>, 'createClient'> {
  private readonly failed = signal(0);
  private readonly connections = new Subject<void>();
  readonly failedAttempts = this.failed.asReadonly();
  readonly isConnected = computed(() => this.failed() === 0);
  readonly isDown = computed(() => this.failed() > 0);
  readonly connected = this.connections.asObservable();
  readonly refused = new Subject<void>();
  readonly retries = new Subject<void>();
  readonly attempts = new Subject<void>();
  /** How often the line was cut because somebody else came. */
  hangUps = 0;

  fail(attempts: number): void {
    this.failed.set(attempts);
  }

  retryNow(): void {
    this.retries.next();
  }

  hangUp(): void {
    this.hangUps++;
  }

  reconnect(): void {
    this.failed.set(0);
    this.connections.next();
  }
}

/** The page as a whole, which leaves and returns when the test says so. */
export class FakePageLife implements Public<PageLife> {
  readonly wantsToLeave = new Subject<Event>();
  readonly leaves = new Subject<void>();
  readonly losesNetwork = new Subject<void>();
  readonly returns = new Subject<void>();
  isVisible = true;
  /** How often the page was loaded anew. */
  starts = 0;

  startAnew(): void {
    this.starts++;
  }
}

/** A timer that fires when the test says so. */
export class FakeSteadyTimer implements Public<SteadyTimer> {
  /** After how long the next look is due. */
  waitMs: number | null = null;
  private act: () => void = () => undefined;

  start(ms: number, act: () => void): void {
    this.waitMs = ms;
    this.act = act;
  }

  stop(): void {
    this.waitMs = null;
    this.act = () => undefined;
  }

  fire(): void {
    this.act();
  }
}

/** The locks of a browser, some of which other tabs may have. */
export class FakeTabLocks implements Public<TabLocks> {
  readonly elsewhere = new Set<string>();
  readonly here = new Set<string>();

  take(name: string): Promise<(() => void) | null> {
    if (this.elsewhere.has(name) || this.here.has(name)) return Promise.resolve(null);
    this.here.add(name);
    return Promise.resolve(() => {
      this.here.delete(name);
    });
  }

  isTaken(name: string): Promise<boolean> {
    return Promise.resolve(this.elsewhere.has(name) || this.here.has(name));
  }
}
