import { checkMessageText, maxMessageLength } from './message-text.ts';

describe('checkMessageText', () => {
  it('ROOM-7 takes no text where a file goes with it', () => {
    expect(checkMessageText(' ', true)).toEqual({ text: '' });
  });

  const rows: readonly [string, string, ReturnType<typeof checkMessageText>][] = [
    ['ROOM-7 keeps what was written', 'Hello, Ana', { text: 'Hello, Ana' }],
    ['ROOM-7 keeps lines and tabs', 'if (a)\n\treturn', { text: 'if (a)\n\treturn' }],
    ['ROOM-7 takes one kind of line end', 'one\r\ntwo\rthree', { text: 'one\ntwo\nthree' }],
    ['ROOM-7 cuts blanks around the text', '  hi \n', { text: 'hi' }],
    ['ROOM-7 refuses nothing but blanks', ' \n\t', { fault: 'EMPTY' }],
    ['ROOM-7 refuses control characters', 'a\u0000b', { fault: 'UNREADABLE' }],
    ['ROOM-7 refuses half a character', 'a\ud83d', { fault: 'UNREADABLE' }],
    [
      'ROOM-7 takes the longest text',
      '😀'.repeat(maxMessageLength),
      { text: '😀'.repeat(maxMessageLength) },
    ],
    ['ROOM-7 refuses one more', 'a'.repeat(maxMessageLength + 1), { fault: 'TOO_LONG' }],
  ];
  for (const [title, typed, expected] of rows) {
    it(title, () => {
      expect(checkMessageText(typed)).toEqual(expected);
    });
  }
});
