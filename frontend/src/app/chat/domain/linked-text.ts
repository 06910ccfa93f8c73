/** A piece of a message: plain text, or an address that may be followed. */
export interface TextPart {
  readonly text: string;
  readonly href: string | null;
}

// An address ends before the punctuation of the sentence that it stands in.
const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?()[\]]/gi;

/** Cuts a message into text and links. Only web addresses become links, and they show what they are. */
export function linkedText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
    parts.push({ text: match[0], href: safeHref(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** An address that pretends to be another one by a user name is not followed. */
function safeHref(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href : null;
}
