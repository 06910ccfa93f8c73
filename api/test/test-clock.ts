import type { Clock } from '../src/platform/clock.ts';

/** A clock that stands until a test moves it. */
export class TestClock implements Clock {
  constructor(private instant: number) {}

  now(): number {
    return this.instant;
  }

  /** Moves on by so many milliseconds. */
  advance(ms: number): void {
    this.instant += ms;
  }

  setTo(instant: number): void {
    this.instant = instant;
  }
}
