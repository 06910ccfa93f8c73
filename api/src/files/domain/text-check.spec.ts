import fc from 'fast-check';
import { TextCheck } from './text-check.ts';

function isText(...pieces: readonly Uint8Array[]): boolean {
  const check = new TextCheck();
  for (const piece of pieces) check.look(piece);
  return check.end();
}

describe('TextCheck', () => {
  const rows: readonly [string, Uint8Array, boolean][] = [
    ['takes text', Buffer.from('const a = "ü";\r\n\tb'), true],
    ['takes nothing', Buffer.from(''), true],
    ['refuses zeros', Buffer.from('a\u0000b'), false],
    ['refuses what is no UTF-8', Buffer.from([0xc3, 0x28]), false],
    ['refuses half a character at the end', Buffer.from('ü').subarray(0, 1), false],
  ];
  for (const [title, bytes, expected] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(isText(bytes)).toBe(expected);
    });
  }

  it('ROOM-7 takes text wherever it is cut', () => {
    const bytes = Buffer.from('Grüße, 世界 😀');
    fc.assert(
      fc.property(fc.nat(bytes.length), (at) => {
        expect(isText(bytes.subarray(0, at), bytes.subarray(at))).toBeTrue();
      }),
    );
  });
});
