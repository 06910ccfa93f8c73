import { escapeHtml } from './html.ts';
import type { Letter, LetterLink } from './letter-content.ts';

/** For mail programs that know dark mode; the others have what is written at each element. */
const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #0b1418 !important; color: #e8f4f6 !important; }
  .card { background: #14242b !important; }
  .facts { background: #0d2a33 !important; }
  .soft { color: #a5bec5 !important; }
  .soft a, .link { color: #6fdae8 !important; }
  .button { background: #6fdae8 !important; color: #03252c !important; }
  .end { border-color: #33474f !important; }
}
@media (max-width: 480px) {
  .page { padding: 12px !important; }
  .card { padding: 24px 20px !important; }
}`;

const title = 'Poppins,Arial,sans-serif';
const accent = '#00697a';
const soft = '#48646d';

export function htmlOf(letter: Letter): string {
  const { subject, greeting, headline, paragraphs, links, closing, footer } = letter;
  const [first, ...others] = links;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title>
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<style>${darkStyle}
</style></head>
<body style="margin:0;background:#f5f5f5;color:#0f2f39;font:16px/1.5 Inter,Arial,sans-serif">
<div class="page" style="padding:24px;background:#f5f5f5">
<div class="card" style="max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border-radius:16px">
<p class="link" style="margin:0 0 20px;color:${accent};font:bold 15px ${title}">PeerLearn</p>
<h1 style="margin:0 0 16px;font:bold 22px/1.3 ${title}">${escapeHtml(headline)}</h1>
${greeting === undefined ? '' : `<p style="margin:0 0 16px">${escapeHtml(greeting)}</p>`}
<div class="facts" style="padding:16px 20px;background:#e0f7fa;border-radius:12px">
${paragraphs.map(paragraph).join('\n')}
</div>
${first ? button(first) : ''}
${others.map((link) => `<p style="margin:0 0 24px">${anchor(link)}</p>`).join('\n')}
<div class="soft end" style="padding-top:16px;border-top:1px solid #dbe3e5;color:${soft};font-size:14px">
<p style="margin:0 0 12px">${escapeHtml(closing)}</p>
${first ? spelledOut(first) : ''}
${footer ? `<p style="margin:12px 0 0">${anchor(footer)}</p>` : ''}
</div>
</div></div></body></html>`;
}

function paragraph(text: string, index: number): string {
  const space = index === 0 ? '0' : '8px 0 0';
  return `<p style="margin:${space};white-space:pre-line">${escapeHtml(text)}</p>`;
}

function button({ label, url }: LetterLink): string {
  return `<p style="margin:24px 0 20px"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 28px;background:${accent};color:#ffffff;border-radius:24px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

function spelledOut({ url }: LetterLink): string {
  return `<p style="margin:0">If the button does not work, open this address:<br>
<a class="link" href="${escapeHtml(url)}" style="color:${accent};word-break:break-all">${escapeHtml(url)}</a></p>`;
}

function anchor({ label, url }: LetterLink): string {
  return `<a class="link" href="${escapeHtml(url)}" style="color:${accent}">${escapeHtml(label)}</a>`;
}
