/** How long somebody counts as typing after their last word of it. */
export const typingLastsMs = 4000;
/** How often it is said anew while they go on. */
const refreshMs = 2000;

/** What is told to the other: that somebody types, or no more. */
export type TypingWord = 'typing' | 'stopped';

/** When the other was last told that we type; `null` where they do not think so. */
export type ToldAt = number | null;

export interface Telling {
  readonly toldAt: ToldAt;
  /** What there is to tell now. */
  readonly word: TypingWord | null;
}

/** Somebody typed: `hasText` is what is left of it. Tells the beginning, refreshes now and then, and the end. */
export function afterTyping(toldAt: ToldAt, hasText: boolean, now: number): Telling {
  if (!hasText) return afterStopping(toldAt, now);
  const isFresh = toldAt !== null && now - toldAt < refreshMs;
  return isFresh ? { toldAt, word: null } : { toldAt: now, word: 'typing' };
}

/** Somebody sent or threw away what they typed. Whoever has stopped thinking so by itself is not told. */
export function afterStopping(toldAt: ToldAt, now: number): Telling {
  const isKnown = toldAt !== null && now - toldAt < typingLastsMs;
  return { toldAt: null, word: isKnown ? 'stopped' : null };
}

/** How long the other counts as typing from now on, after what was heard; 0 where they do not. */
export function typingForMs(word: string): number {
  return word === 'typing' ? typingLastsMs : 0;
}
