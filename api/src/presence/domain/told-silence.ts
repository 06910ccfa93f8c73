/** A page's word that nothing came over its connection from then until then. */
interface Told {
  readonly from: number;
  readonly until: number;
}

/** A page that is well hears something every few seconds, and so long no network is silent unnoticed. */
const longestMs = 60_000;
/** Less is what any network does now and then. */
const shortestMs = 1000;

/**
 * As much of it as may be believed, which only ever shortens the teller's own time: nothing before they
 * joined, nothing of long ago, and nothing that is still to come. `null` where that is next to nothing.
 */
export function toldSilence(
  { from, until }: Told,
  joinedAt: number,
  now: number,
): { readonly from: number; readonly to: number } | null {
  const silence = { from: Math.max(from, joinedAt, now - longestMs), to: Math.min(until, now) };
  return silence.to - silence.from < shortestMs ? null : silence;
}
