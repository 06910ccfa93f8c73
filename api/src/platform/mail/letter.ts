import type { Letter } from './letter-content.ts';
import { htmlOf } from './letter-html.ts';
import type { Mail } from './mailbox.ts';

/** The one layout of all mail, as text and as HTML that old mail programs show too. */
export function composeLetter(letter: Letter): Mail {
  const { to, subject } = letter;
  return { to, subject, html: htmlOf(letter), text: textOf(letter) };
}

function textOf({ greeting, headline, paragraphs, links, closing, footer }: Letter): string {
  const ways = links.map(({ label, url }) => `${label}:\n${url}`);
  const end = footer ? [`${footer.label}:\n${footer.url}`] : [];
  const parts = [greeting ?? '', headline, ...paragraphs, ...ways, closing];
  // What comes behind this line is no part of the letter; mail programs fold it away.
  return `${[...parts, '-- \nPeerLearn', ...end].filter(Boolean).join('\n\n')}\n`;
}
