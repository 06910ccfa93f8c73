/** The first letters of the first and the last word of a name, for a picture that is not there. */
export function initials(displayName: string): string {
  const words = displayName.trim().split(/\s+/u);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => Array.from(word ?? '')[0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
