const quietestDb = -60;
const fallShare = 0.5;

/** How loud samples (-1 to 1) are, from 0 for silence to 1, as an ear hears it. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  const decibels = 20 * Math.log10(Math.max(rms, 1e-6));
  return Math.min(1, Math.max(0, 1 - decibels / quietestDb));
}

/** A meter rises at once and falls slowly, so that the eye can follow. */
export function nextLevel(shown: number, measured: number): number {
  return Math.max(measured, shown * fallShare);
}
