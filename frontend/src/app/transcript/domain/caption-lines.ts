import type { Spoken } from './transcript-log';

/** Words that were just heard, and when. */
export interface FreshWords {
  readonly spoken: Spoken;
  readonly heardAt: number;
}

/** Words stay so long after the last news of them. */
export const captionLifeMs = 6000;
const mostCaptions = 2;

/** What was just heard with something more: of each breath the newest words, of all the last two. */
export function withFresh(
  fresh: readonly FreshWords[],
  spoken: Spoken,
  heardAt: number,
): readonly FreshWords[] {
  const others = fresh.filter((one) => one.spoken.id !== spoken.id);
  if (spoken.text === '') return others;
  const before = fresh.find((one) => one.spoken.id === spoken.id);
  const kept = before?.spoken.isFinal === true && !spoken.isFinal ? before.spoken : spoken;
  return [...others, { spoken: kept, heardAt }]
    .sort((a, b) => a.spoken.startedAt - b.spoken.startedAt)
    .slice(-mostCaptions);
}

/** What is to be read over the picture now; nothing after some silence. */
export function captionLines(fresh: readonly FreshWords[], now: number): readonly Spoken[] {
  return fresh.filter(({ heardAt }) => now - heardAt < captionLifeMs).map(({ spoken }) => spoken);
}
