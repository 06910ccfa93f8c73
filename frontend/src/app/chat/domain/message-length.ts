/** Longest message, in Unicode code points, as the server counts. */
const mostCharacters = 4000;
/** From here on it is said how much is left. */
const nearCharacters = 3600;

/** How many characters there are still; below zero where there are too many. */
export function charactersLeft(text: string): number {
  // A text has at most as many characters as code units, so a short one need not be counted.
  if (text.length < nearCharacters) return mostCharacters - text.length;
  return mostCharacters - Array.from(text.trim().normalize('NFC')).length;
}

/** What the writer is told of it; empty while there is plenty of room. */
export function lengthText(left: number): string {
  if (left > mostCharacters - nearCharacters) return '';
  if (left >= 0) return `${left.toLocaleString('en')} left`;
  return `${(-left).toLocaleString('en')} too many`;
}
