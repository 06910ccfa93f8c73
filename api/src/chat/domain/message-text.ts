/** Longest message, in Unicode code points. */
export const maxMessageLength = 4000;

export type CheckedText =
  { readonly text: string } | { readonly fault: 'EMPTY' | 'TOO_LONG' | 'UNREADABLE' };

// Control characters other than tab and line feed say nothing and can break what shows them.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/**
 * Prepares what somebody typed for keeping: one kind of line end, no blanks around it. Where something
 * else goes with it, it may be empty.
 */
export function checkMessageText(typed: string, mayBeEmpty = false): CheckedText {
  const text = typed.replace(/\r\n?/g, '\n').trim().normalize('NFC');
  if (text === '' && !mayBeEmpty) return { fault: 'EMPTY' };
  if (controls.test(text) || !text.isWellFormed()) return { fault: 'UNREADABLE' };
  if (Array.from(text).length > maxMessageLength) return { fault: 'TOO_LONG' };
  return { text };
}
