/** What becomes of a text that was changed in two places. */
export type Settled =
  /** One of them contains what both wrote. */
  | { readonly text: string }
  /** Neither does: the person decides. */
  | { readonly conflict: true };

/**
 * Settles two texts that were made of `base` without losing a word of either: the one that did not
 * change, and the one that the other begins with, have nothing that the other lacks.
 */
export function settle(base: string, mine: string, theirs: string): Settled {
  if (mine === base) return { text: theirs };
  if (theirs === base) return { text: mine };
  if (theirs.startsWith(mine)) return { text: theirs };
  if (mine.startsWith(theirs)) return { text: mine };
  return { conflict: true };
}

/** Both texts, one below the other. */
export function both(mine: string, theirs: string): string {
  return `${mine.trimEnd()}\n\n${theirs.trimStart()}`;
}

/** Several texts that were left behind, in one; what another one contains is not said twice. */
export function gathered(texts: readonly string[]): string {
  const apart = texts.filter(
    (text, index) =>
      !texts.some((other, at) =>
        at < index
          ? other === text || other.includes(text)
          : at > index && other !== text && other.includes(text),
      ),
  );
  return apart.reduce((all, text) => (all === '' ? text : both(all, text)), '');
}
