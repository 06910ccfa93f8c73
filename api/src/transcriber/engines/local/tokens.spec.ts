import { tokenLines } from './tokens.ts';

describe('the words of a model', () => {
  it('ROOM-8 are read with their numbers', () => {
    const file = Buffer.concat([
      Buffer.from([5]),
      Buffer.from('<unk>'),
      Buffer.from([0]),
      Buffer.from([1, 0xff]),
      Buffer.from([0x80 | 2, 1]),
      Buffer.from('x'.repeat(130)),
    ]);
    expect(tokenLines(file)).toBe(`${btoa('<unk>')}\t0\n/w==\t2\n${btoa('x'.repeat(130))}\t3\n`);
  });
});
