/**
 * A piece of a message as it is shown. The sources of all pieces, one after the other, are the message:
 * nothing that was written is lost, whatever it looks like.
 */
export type Piece = { readonly source: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'code-block'; readonly code: string; readonly language: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly isBlock: boolean }
);

/** Where something other than plain text may begin. */
const beginnings = /`+|\$\$?|\bhttps?:\/\/|\bmailto:/gi;

/** Cuts a message into text, links, code between backquotes and formulas between dollar signs. */
export function richText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(beginnings)) {
    if (index < from) continue;
    const piece = pieceAt(text, index, mark);
    if (!piece) continue;
    if (index > from) pieces.push({ kind: 'text', source: text.slice(from, index) });
    pieces.push(piece);
    from = index + piece.source.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', source: text.slice(from) });
  return pieces;
}

function pieceAt(text: string, index: number, mark: string): Piece | null {
  if (mark.startsWith('`')) return codeBlockAt(text, index, mark) ?? codeAt(text, index, mark);
  if (mark === '$$') return formulaBlockAt(text, index);
  if (mark === '$') return formulaAt(text, index);
  return linkAt(text, index);
}

/** Three backquotes or more at the beginning of a line, until a line of as many. */
function codeBlockAt(text: string, index: number, mark: string): Piece | null {
  if (mark.length < 3 || (index > 0 && text[index - 1] !== '\n')) return null;
  const line = text.indexOf('\n', index);
  if (line < 0) return null;
  const language = text.slice(index + mark.length, line).trim();
  if (!/^[\w+#.-]{0,20}$/.test(language)) return null;
  const end = text.indexOf(`\n${mark}`, line);
  const after = end + 1 + mark.length;
  if (end < 0 || !/^[ \t]*(\n|$)/.test(text.slice(after, after + 200))) return null;
  // The end of its last line belongs to it, because a block ends a line anyway.
  const next = text.indexOf('\n', after);
  const source = text.slice(index, next < 0 ? text.length : next + 1);
  return {
    kind: 'code-block',
    source,
    code: text.slice(line + 1, Math.max(line + 1, end)),
    language,
  };
}

/** Within one line, between as many backquotes on either side. */
function codeAt(text: string, index: number, mark: string): Piece | null {
  const from = index + mark.length;
  for (let end = text.indexOf(mark, from); end >= 0; end = text.indexOf(mark, end)) {
    const length = runLength(text, end);
    const code = text.slice(from, end);
    if (code.includes('\n')) return null;
    if (length === mark.length && code.trim() !== '') {
      return { kind: 'code', source: text.slice(index, end + length), code };
    }
    end += length;
  }
  return null;
}

function runLength(text: string, index: number): number {
  let length = 0;
  while (text[index + length] === '`') length += 1;
  return length;
}

function formulaBlockAt(text: string, index: number): Piece | null {
  const end = text.indexOf('$$', index + 2);
  const tex = text.slice(index + 2, Math.max(end, index + 2)).trim();
  if (end < 0 || tex === '') return null;
  return { kind: 'formula', source: text.slice(index, end + 2), tex, isBlock: true };
}

/** Within one line, and so that prices are none: "$5 and $6", "5$ or 6$". */
function formulaAt(text: string, index: number): Piece | null {
  if (/[\\\w]/.test(text[index - 1] ?? '')) return null;
  const [source, tex] = /^\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?![\w$])/.exec(text.slice(index)) ?? [];
  if (source === undefined || tex === undefined || tex === '\\') return null;
  return { kind: 'formula', source, tex, isBlock: false };
}

// An address ends before the punctuation of the sentence that it stands in.
const webAddress = /^https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?()[\]]/i;
const mailAddress = /^mailto:[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/i;

function linkAt(text: string, index: number): Piece | null {
  const rest = text.slice(index);
  const [source] = webAddress.exec(rest) ?? mailAddress.exec(rest) ?? [];
  if (source === undefined) return null;
  const href = safeHref(source);
  return href === null ? { kind: 'text', source } : { kind: 'link', source, href };
}

/** An address that pretends to be another one by a user name is not followed. */
function safeHref(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isKnown = ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return isKnown && url.username === '' && url.password === '' ? url.href : null;
}
