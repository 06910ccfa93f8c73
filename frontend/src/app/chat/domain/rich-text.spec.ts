import fc from 'fast-check';
import { type Piece, richText } from './rich-text';

/** Short for a table: the kind, and what is shown of it. */
function told(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return `text:${piece.source}`;
    case 'link':
      return `link:${piece.href}`;
    case 'code':
      return `code:${piece.code}`;
    case 'code-block':
      return `block(${piece.language}):${piece.code}`;
    case 'formula':
      return `${piece.isBlock ? 'formulas' : 'formula'}:${piece.tex}`;
  }
}

describe('richText', () => {
  const rows: readonly [string, string, readonly string[]][] = [
    ['leaves plain text as it is', 'Hello, Ana', ['text:Hello, Ana']],
    ['has nothing of nothing', '', []],
    [
      'finds a link, without the end of its sentence',
      'See https://a.org/b?c=d. Good?',
      ['text:See ', 'link:https://a.org/b?c=d', 'text:. Good?'],
    ],
    ['finds a link in brackets', '(https://a.org/b)', ['text:(', 'link:https://a.org/b', 'text:)']],
    ['finds an address of mail', 'mailto:ana@a.org!', ['link:mailto:ana@a.org', 'text:!']],
    ['follows no script', 'javascript:alert(1)', ['text:javascript:alert(1)']],
    ['follows no data', 'data:text/html,x', ['text:data:text/html,x']],
    [
      'follows no address that pretends',
      'https://bank.example@evil.example/',
      ['text:https://bank.example@evil.example/'],
    ],
    ['leaves formulas out of a link', 'https://a.org/$x$', ['link:https://a.org/$x$']],
    ['finds code in a line', 'Use `a < b` here', ['text:Use ', 'code:a < b', 'text: here']],
    ['finds code with backquotes in it', '``a`b``', ['code:a`b']],
    ['leaves a single backquote', 'it`s fine', ['text:it`s fine']],
    ['ends code with its line', '`a\nb`', ['text:`a\nb`']],
    ['leaves empty code', '`` ` `', ['text:`` ` `']],
    ['leaves formulas and links out of code', '`$x$ https://a.org`', ['code:$x$ https://a.org']],
    [
      'finds a block of code',
      'So:\n```ts\nconst a = `1`;\n\nb();\n```\nDone',
      ['text:So:\n', 'block(ts):const a = `1`;\n\nb();', 'text:Done'],
    ],
    ['finds a block without a language', '```\na\n```', ['block():a']],
    ['finds an empty block', '```\n```', ['block():']],
    ['leaves a block that does not end', '```ts\na', ['text:```ts\na']],
    [
      'finds code between three backquotes in a line',
      'a ```b``` c',
      ['text:a ', 'code:b', 'text: c'],
    ],
    ['finds a formula', 'So $a^2+b^2$.', ['text:So ', 'formula:a^2+b^2', 'text:.']],
    ['finds a formula of one letter', '$x$', ['formula:x']],
    ['finds a formula of its own line', '$$\n\\frac{1}{2}\n$$', ['formulas:\\frac{1}{2}']],
    ['takes prices for prices', '$5 and $6', ['text:$5 and $6']],
    ['takes prices behind numbers for prices', '5$ or 6$', ['text:5$ or 6$']],
    ['takes sums for sums', 'from $20 to $30', ['text:from $20 to $30']],
    ['takes variables of a shell for text', '$HOME/$USER', ['text:$HOME/$USER']],
    ['leaves dollars that are escaped', '\\$x$', ['text:\\$x$']],
    ['leaves a formula that does not end', '$$x', ['text:$$x']],
    ['leaves an empty formula', '$$$$ $ $', ['text:$$$$ $ $']],
    [
      'leaves markup as text',
      '<b onclick="x">`<i>`</b>',
      ['text:<b onclick="x">', 'code:<i>', 'text:</b>'],
    ],
  ];
  for (const [title, text, expected] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(richText(text).map(told)).toEqual([...expected]);
    });
  }

  const marks = [
    '`',
    '```',
    '\n',
    '$',
    '$$',
    'https://a.org',
    'mailto:a@b.c',
    '\\',
    ' ',
    'a',
    '1',
    '<',
    '@',
    '.',
    ')',
  ];
  const messages = fc
    .array(fc.constantFrom(...marks), { maxLength: 40 })
    .map((some) => some.join(''));

  it('ROOM-7 loses and adds nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(messages, fc.string({ unit: 'binary' })), (text) => {
        expect(
          richText(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('ROOM-7 follows only addresses of the web and of mail', () => {
    fc.assert(
      fc.property(fc.oneof(messages, fc.webUrl({ withQueryParameters: true })), (text) => {
        for (const piece of richText(text)) {
          if (piece.kind === 'link') expect(piece.href).toMatch(/^(https?:\/\/|mailto:)/);
        }
      }),
    );
  });

  // With time that grows with the square of the length, this would not end while anybody waits.
  it('ROOM-7 reads the worst marks in time that grows with the length alone', () => {
    for (const mark of ['`', '``` ', '$', '$$', '$a ', 'https://', '\n```\n']) {
      const text = mark.repeat(400_000 / mark.length);
      const read = richText(text);
      expect(read.reduce((length, { source }) => length + source.length, 0)).toBe(text.length);
    }
  });
});
