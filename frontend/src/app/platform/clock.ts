import { Service } from '@angular/core';

/** The clocks of this device. Everything that needs a time asks here, so tests can hand one in. */
@Service()
export class DeviceClock {
  /** What the device believes the time is; may be wrong by hours. */
  now(): number {
    return Date.now();
  }

  /** Runs evenly and is never set; only differences mean something. */
  monotonic(): number {
    return performance.now();
  }
}

/** The instant of an ISO text, in milliseconds. */
export function instantOf(iso: string): number {
  return Date.parse(iso);
}

/** The ISO text of an instant. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
