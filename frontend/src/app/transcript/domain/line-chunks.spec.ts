import { chunkSize, chunksOf } from './line-chunks';
import type { Spoken } from './transcript-log';

const lines = Array.from({ length: chunkSize * 2 + 30 }, (_, at) => ({ id: String(at) }) as Spoken);

describe('chunksOf', () => {
  it('ROOM-8 divides the lines in order', () => {
    const chunks = chunksOf(lines, []);
    expect(chunks.map(({ length }) => length)).toEqual([chunkSize, chunkSize, 30]);
    expect(chunks.flat()).toEqual(lines);
  });

  it('ROOM-8 draws again only what has changed', () => {
    const before = chunksOf(lines, []);
    const after = chunksOf([...lines, { id: 'new' } as Spoken], before);
    expect(after.map((chunk, at) => chunk === before[at])).toEqual([true, true, false]);
  });
});
