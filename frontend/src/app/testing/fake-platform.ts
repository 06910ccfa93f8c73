import { computed, signal } from '@angular/core';
import { Subject } from 'rxjs';
import type { ClockSample } from '../platform/domain/clock-offset';

/** The server's time, set by the test. */
export class FakeServerClock {
  private readonly instant = signal(0);
  readonly time = this.instant.asReadonly();
  readonly isSynced = signal(true).asReadonly();
  readonly learnt: ClockSample[] = [];

  now(): number {
    return this.instant();
  }

  set(instant: number): void {
    this.instant.set(instant);
  }

  learn(sample: ClockSample): void {
    this.learnt.push(sample);
  }
}

/** The clocks of a device, which a test can set and let sleep. */
export class FakeDeviceClock {
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
export class FakeStorage {
  private readonly kept = new Map<string, unknown>();

  read(key: string): unknown {
    return this.kept.get(key) ?? null;
  }

  write(key: string, value: unknown): void {
    if (value === null) this.kept.delete(key);
    else this.kept.set(key, value);
  }
}

/** The WebSocket of the page, as good or bad as the test wants it. */
export class FakeSocketHealth {
  private readonly failed = signal(0);
  private readonly connections = new Subject<void>();
  readonly failedAttempts = this.failed.asReadonly();
  readonly isDown = computed(() => this.failed() > 0);
  readonly connected = this.connections.asObservable();
  readonly refused = new Subject<void>();

  fail(attempts: number): void {
    this.failed.set(attempts);
  }

  reconnect(): void {
    this.failed.set(0);
    this.connections.next();
  }
}

/** The page as a whole, which leaves and returns when the test says so. */
export class FakePageLife {
  readonly leaves = new Subject<void>();
  readonly losesNetwork = new Subject<void>();
  readonly returns = new Subject<void>();
  isVisible = true;
}
