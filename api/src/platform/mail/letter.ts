import { escapeHtml } from './html.ts';
import type { Mail } from './mailbox.ts';

export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

/** A letter to one person: what it says and where it leads. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** What it is about, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** What to do; the first is the button. */
  readonly links: readonly LetterLink[];
  readonly closing: string;
  /** A way to have fewer of them. */
  readonly footer?: LetterLink;
}

/** The one layout of all mail, as text and as HTML that old mail programs show too. */
export function composeLetter(letter: Letter): Mail {
  const { to, subject } = letter;
  return { to, subject, html: htmlOf(letter), text: textOf(letter) };
}

function textOf({ paragraphs, links, closing, footer }: Letter): string {
  const ways = links.map(({ label, url }) => `${label}:\n${url}`);
  const end = footer ? [`${footer.label}: ${footer.url}`] : [];
  return `${[...paragraphs, ...ways, closing, 'PeerLearn', ...end].filter(Boolean).join('\n\n')}\n`;
}

function htmlOf({ subject, paragraphs, links, closing, footer }: Letter): string {
  const [first, ...others] = links;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f5f5;color:#12323a;font:16px/1.5 Inter,Arial,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border-radius:16px">
<h1 style="margin:0 0 16px;font:bold 22px Poppins,Arial,sans-serif">PeerLearn</h1>
${paragraphs.map((text) => `<p style="white-space:pre-line">${escapeHtml(text)}</p>`).join('\n')}
${first ? button(first) : ''}
${others.map((link) => `<p>${anchor(link)}</p>`).join('\n')}
${first ? spelledOut(first) : ''}
<p style="color:#4a5f66">${escapeHtml(closing)}</p>
${footer ? `<p style="font-size:14px">${anchor(footer)}</p>` : ''}
</div></body></html>`;
}

function button({ label, url }: LetterLink): string {
  return `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 24px;background:#00697a;color:#ffffff;border-radius:12px;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

function spelledOut({ url }: LetterLink): string {
  return `<p>If the button does not work, open this address:<br>
<a href="${escapeHtml(url)}" style="color:#00697a;word-break:break-all">${escapeHtml(url)}</a></p>`;
}

function anchor({ label, url }: LetterLink): string {
  return `<a href="${escapeHtml(url)}" style="color:#00697a">${escapeHtml(label)}</a>`;
}
