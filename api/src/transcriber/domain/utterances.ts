/** What is known of one window of sound. */
export interface Heard {
  /** Root mean square of its samples, 0 to 1. */
  readonly loudness: number;
  readonly isVoice: boolean;
}

/** Lengths, in windows. */
export interface UtteranceRules {
  /** No utterance is longer: engines understand nothing of what is. */
  readonly longest: number;
  /** So much without voice ends an utterance. */
  readonly pause: number;
  /** Kept before the first voice that was noticed, and behind the last. */
  readonly before: number;
  readonly behind: number;
  /** What is said so far is asked for when this much has been said, and again after so much more. */
  readonly firstLook: number;
  readonly nextLook: number;
  /** Share of an utterance's peak that counts as speaking; what is below is breath and room. */
  readonly loudShare: number;
}

/** A stretch of somebody's sound, by the places of its windows; `to` is behind the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where speaking begins and ends within it. */
  readonly speechFrom: number;
  readonly speechTo: number;
}

/** What is to be understood: as far as it has come, or whole and for good. */
export type Told = ({ readonly kind: 'SO_FAR' } & Stretch) | ({ readonly kind: 'WHOLE' } & Stretch);

interface Speaking {
  readonly from: number;
  readonly peak: number;
  /** The last window that was voice and loud. */
  readonly lastLoud: number;
  readonly lookedAt: number;
}

/** Where the listening to one voice stands. */
export interface Listening {
  /** The place of the next window. */
  readonly at: number;
  /** How loud the last windows were, the newest last. */
  readonly levels: readonly number[];
  readonly speaking: Speaking | null;
  /** What is before this place was told. */
  readonly freeFrom: number;
}

export const silence: Listening = { at: 0, levels: [], speaking: null, freeFrom: 0 };

/** Goes on by one window. */
export function hear(
  before: Listening,
  heard: Heard,
  rules: UtteranceRules,
): { readonly listening: Listening; readonly told: readonly Told[] } {
  const index = before.at;
  const levels = [...before.levels, heard.loudness].slice(-rules.longest);
  const listening = { ...before, at: index + 1, levels };
  const speaking = spoken(listening, heard, rules);
  if (!speaking) return { listening, told: [] };
  const now = { ...listening, speaking };
  if (!heard.isVoice && index - speaking.lastLoud >= rules.pause)
    return ended(now, speaking, rules);
  if (now.at - speaking.from >= rules.longest) return cut(now, speaking, rules);
  return looked(now, speaking, rules);
}

/** Tells what is in the air when nothing more will come. */
export function finish(listening: Listening, rules: UtteranceRules): readonly Told[] {
  const { speaking } = listening;
  return speaking ? ended(listening, speaking, rules).told : [];
}

function spoken(
  { at, levels, speaking, freeFrom }: Listening,
  { loudness, isVoice }: Heard,
  { before, loudShare }: UtteranceRules,
): Speaking | null {
  const index = at - 1;
  if (!speaking) {
    if (!isVoice) return null;
    const from = Math.max(freeFrom, index - before, at - levels.length);
    return { from, peak: loudness, lastLoud: index, lookedAt: index };
  }
  const peak = Math.max(speaking.peak, loudness);
  const isLoud = isVoice && loudness >= peak * loudShare;
  return { ...speaking, peak, lastLoud: isLoud ? index : speaking.lastLoud };
}

function ended(now: Listening, speaking: Speaking, rules: UtteranceRules) {
  const to = Math.min(speaking.lastLoud + 1 + rules.behind, now.at);
  const stretch = stretchOf(now, { ...speaking, to }, rules);
  const told: readonly Told[] = [{ kind: 'WHOLE', ...stretch }];
  return { listening: { ...now, speaking: null, freeFrom: to }, told };
}

/** Ends it at the quietest place of its later half, where a word is least likely to be cut in two. */
function cut(now: Listening, speaking: Speaking, rules: UtteranceRules) {
  const { from, lastLoud } = speaking;
  const first = from + Math.ceil(rules.longest / 2);
  const quietest = quietestBetween(now, first, now.at - 1);
  if (lastLoud < quietest) return ended(now, speaking, rules);
  const to = quietest + 1;
  const part = stretchOf(now, { ...speaking, to, lastLoud: Math.min(lastLoud, quietest) }, rules);
  const rest = levelsBetween(now, to, now.at);
  const told: readonly Told[] = [{ kind: 'WHOLE', ...part }];
  const next = { from: to, peak: Math.max(...rest, 0), lastLoud, lookedAt: now.at - 1 };
  return { listening: { ...now, speaking: next, freeFrom: to }, told };
}

function looked(now: Listening, speaking: Speaking, rules: UtteranceRules) {
  const index = now.at - 1;
  const { speechFrom } = stretchOf(now, { ...speaking, to: now.at }, rules);
  const isFirst = speaking.lookedAt < speechFrom + rules.firstLook;
  const isDue = isFirst
    ? index - speechFrom >= rules.firstLook
    : index - speaking.lookedAt >= rules.nextLook;
  if (!isDue) return { listening: now, told: [] };
  const stretch = stretchOf(now, { ...speaking, to: now.at }, rules);
  const told: readonly Told[] = [{ kind: 'SO_FAR', ...stretch }];
  return { listening: { ...now, speaking: { ...speaking, lookedAt: index } }, told };
}

function stretchOf(
  now: Listening,
  { from, to, peak, lastLoud }: Speaking & { readonly to: number },
  { loudShare }: UtteranceRules,
): Stretch {
  const loud = levelsBetween(now, from, to).findIndex((level) => level >= peak * loudShare);
  const speechFrom = from + Math.max(0, loud);
  return { from, to, speechFrom, speechTo: Math.max(speechFrom, Math.min(lastLoud + 1, to)) };
}

function levelsBetween({ at, levels }: Listening, from: number, to: number): readonly number[] {
  const first = at - levels.length;
  return levels.slice(from - first, to - first);
}

function quietestBetween(now: Listening, from: number, to: number): number {
  const levels = levelsBetween(now, from, to);
  return from + levels.indexOf(Math.min(...levels));
}
