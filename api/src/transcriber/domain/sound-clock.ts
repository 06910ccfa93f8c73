/** When the first sample of a stream was spoken, as far as the arrivals tell. */
export interface SoundClock {
  readonly beganAt: number | null;
  readonly samples: number;
}

const samplesPerMs = 16;

/** What was late once may have been lost for good: so much of a delay is believed with each sample. */
const creep = 0.005;

export const unheardClock: SoundClock = { beganAt: null, samples: 0 };

/**
 * Sound comes at its own pace, in order, and never too early. So the arrival that was least late says
 * when the stream began; a gap moves that, slowly, so that a busy moment of ours does not.
 */
export function arrived({ beganAt, samples }: SoundClock, count: number, at: number): SoundClock {
  const all = samples + count;
  const seen = at - all / samplesPerMs;
  const believed =
    beganAt === null ? seen : Math.min(seen, beganAt + (count / samplesPerMs) * creep);
  return { beganAt: believed, samples: all };
}

/** When that sample was spoken. */
export function instantOf({ beganAt }: SoundClock, sample: number): number {
  return Math.round((beganAt ?? 0) + sample / samplesPerMs);
}
