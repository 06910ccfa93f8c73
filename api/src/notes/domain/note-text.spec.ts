import { checkNote, maxNoteLength } from './note-text.ts';

describe('checkNote', () => {
  const rows: readonly [string, string, ReturnType<typeof checkNote>][] = [
    ['ROOM-4 keeps what was written, blanks included', '  a \n', { text: '  a \n' }],
    ['ROOM-4 keeps empty notes', '', { text: '' }],
    ['ROOM-4 takes one kind of line end', 'a\r\nb\rc', { text: 'a\nb\nc' }],
    ['ROOM-4 leaves out what cannot be written', 'a\u0000b\ud83d', { text: 'ab\ufffd' }],
    [
      'ROOM-4 takes the longest notes',
      '😀'.repeat(maxNoteLength),
      { text: '😀'.repeat(maxNoteLength) },
    ],
    ['ROOM-4 refuses longer ones', 'a'.repeat(maxNoteLength + 1), { fault: 'TOO_LONG' }],
  ];
  for (const [title, typed, expected] of rows) {
    it(title, () => {
      expect(checkNote(typed)).toEqual(expected);
    });
  }
});
