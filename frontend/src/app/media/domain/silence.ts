/** Quieter than any room that a working microphone hears: about -86 dB. */
const flatPeak = 5e-5;
const silentMs = 4000;

/** Whether samples (-1 to 1) hold nothing at all, as of a microphone that is switched off. */
export function isFlat(samples: Float32Array): boolean {
  return samples.every((sample) => Math.abs(sample) < flatPeak);
}

/** Since when nothing was heard; `null` where something was. */
export function flatSince(before: number | null, isFlatNow: boolean, at: number): number | null {
  return isFlatNow ? (before ?? at) : null;
}

/** Whether the silence has lasted so long that it is no pause. */
export function isSilent(since: number | null, at: number): boolean {
  return since !== null && at - since >= silentMs;
}
