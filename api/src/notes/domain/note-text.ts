/** Longest notes of one person on one session, in Unicode code points. */
export const maxNoteLength = 50_000;

export type CheckedNote = { readonly text: string } | { readonly fault: 'TOO_LONG' };

/**
 * Prepares notes for keeping. Nothing that was typed is taken away but what the database cannot
 * write: halves of characters and the character of no meaning.
 */
export function checkNote(typed: string): CheckedNote {
  const text = typed.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed();
  // Counted only where it matters: a code point has one or two units.
  const isLong = text.length > maxNoteLength && Array.from(text).length > maxNoteLength;
  return isLong ? { fault: 'TOO_LONG' } : { text };
}
