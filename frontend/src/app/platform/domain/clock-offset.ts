/** One question for the server's time: asked and answered at monotonic times of this device. */
export interface ClockSample {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverTime: number;
}

/** Quartz drifts: after this long even a slow answer says more than an old quick one. */
const driftShare = 1e-4;

/** How far a sample may be off at monotonic time `at`: half its way, and what clocks drift since. */
export function uncertaintyMs(sample: ClockSample, at: number): number {
  return (sample.answeredAt - sample.askedAt) / 2 + (at - sample.answeredAt) * driftShare;
}

/** Of two samples the one to believe at monotonic time `at`. */
export function moreCertain(a: ClockSample, b: ClockSample, at: number): ClockSample {
  return uncertaintyMs(b, at) <= uncertaintyMs(a, at) ? b : a;
}

/** What to add to the monotonic time to get the server's: the answer was read half-way. */
export function offsetOf(sample: ClockSample): number {
  return sample.serverTime - (sample.askedAt + sample.answeredAt) / 2;
}

/** A sample that any fresh answer replaces, and that serves until then. */
export function distrusted(sample: ClockSample): ClockSample {
  return {
    ...sample,
    askedAt: sample.askedAt - distrustMs,
    answeredAt: sample.answeredAt + distrustMs,
  };
}

/** The sample as it would be had the monotonic clock not stood still for `ms`. */
export function shifted(sample: ClockSample, ms: number): ClockSample {
  return { ...sample, serverTime: sample.serverTime + ms };
}

/** Both clocks of the device, read together. */
export interface ClockPair {
  readonly wall: number;
  readonly monotonic: number;
}

/** How far the two clocks went apart between two looks: the device slept, or was set. Else 0. */
export function sleptMs(before: ClockPair, after: ClockPair): number {
  const apart = after.wall - before.wall - (after.monotonic - before.monotonic);
  return Math.abs(apart) > noticeableMs ? apart : 0;
}

const distrustMs = 60_000;
const noticeableMs = 500;
