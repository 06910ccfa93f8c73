/** What the microphone of who is muted hears, so far. */
export interface MutedSpeech {
  readonly loudSince: number | null;
  readonly toldAt: number | null;
  readonly isTold: boolean;
}

export const silentSpeech: MutedSpeech = { loudSince: null, toldAt: null, isTold: false };

const loudLevel = 0.55;
const speechMs = 700;
const againMs = 30_000;

/** A cough is no speech, and who does not want to be heard is not told so all the time. */
export function nextSpeech(known: MutedSpeech, level: number, now: number): MutedSpeech {
  if (level < loudLevel) return { ...known, loudSince: null, isTold: false };
  const loudSince = known.loudSince ?? now;
  const isRested = known.toldAt === null || now - known.toldAt >= againMs;
  const isTold = known.isTold || (isRested && now - loudSince >= speechMs);
  return { loudSince, isTold, toldAt: isTold && !known.isTold ? now : known.toldAt };
}
