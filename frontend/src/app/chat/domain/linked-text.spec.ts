import fc from 'fast-check';
import { type TextPart, linkedText } from './linked-text';

const text = (words: string): TextPart => ({ text: words, href: null });
const link = (address: string, href = address): TextPart => ({ text: address, href });

const rows: readonly [name: string, message: string, parts: readonly TextPart[]][] = [
  ['ROOM-7 plain words', 'hello', [text('hello')]],
  ['ROOM-7 an address', 'https://a.org/b', [link('https://a.org/b')]],
  [
    'ROOM-7 an address in a sentence',
    'See https://a.org/b?c=d#e. Now.',
    [text('See '), link('https://a.org/b?c=d#e'), text('. Now.')],
  ],
  [
    'ROOM-7 two addresses',
    'http://a.org/ https://b.org/',
    [link('http://a.org/'), text(' '), link('https://b.org/')],
  ],
  ['ROOM-7 in brackets', '(https://a.org/)', [text('('), link('https://a.org/'), text(')')]],
  ['ROOM-7 no script', 'javascript:alert(1)', [text('javascript:alert(1)')]],
  ['ROOM-7 no data', 'data:text/html,x', [text('data:text/html,x')]],
  ['ROOM-7 markup stays words', '<b>x</b>', [text('<b>x</b>')]],
  [
    'ROOM-7 no address in disguise',
    'https://bank.org@evil.org/',
    [{ text: 'https://bank.org@evil.org/', href: null }],
  ],
  ['ROOM-7 no address that is none', 'https://[x', [text('https://[x')]],
  ['ROOM-7 nothing', '', []],
];

describe('linkedText', () => {
  for (const [name, message, parts] of rows) {
    it(name, () => {
      expect(linkedText(message)).toEqual([...parts]);
    });
  }

  it('ROOM-7 loses no character and links to the web alone', () => {
    const pieces = fc.constantFrom('https://', 'http://a.b/', ' ', '.', 'javascript:', '@', '"');
    const messages = fc
      .array(fc.oneof(pieces, fc.string()), { maxLength: 12 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(messages, (message) => {
        const parts = linkedText(message);
        const isWhole = parts.map((part) => part.text).join('') === message;
        return isWhole && parts.every(({ href }) => href === null || /^https?:\/\//.test(href));
      }),
    );
  });
});
