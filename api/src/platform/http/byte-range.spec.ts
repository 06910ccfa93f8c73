import { wantedRange } from './byte-range.ts';

describe('wantedRange', () => {
  const rows: readonly [string, string | undefined, number, ReturnType<typeof wantedRange>][] = [
    ['gives all where nothing is asked', undefined, 10, 'ALL'],
    ['gives a part', 'bytes=2-4', 10, { first: 2, last: 4 }],
    ['gives the rest', 'bytes=7-', 10, { first: 7, last: 9 }],
    ['gives the last ones', 'bytes=-3', 10, { first: 7, last: 9 }],
    ['gives what there is', 'bytes=-30', 10, { first: 0, last: 9 }],
    ['ends where the file does', 'bytes=5-99', 10, { first: 5, last: 9 }],
    ['refuses what begins behind the end', 'bytes=10-', 10, 'UNSATISFIABLE'],
    ['refuses nothing of the end', 'bytes=-0', 10, 'UNSATISFIABLE'],
    ['gives all where several are asked for', 'bytes=0-1,4-5', 10, 'ALL'],
    ['gives all where it makes no sense', 'bytes=5-2', 10, 'ALL'],
    ['gives all of another unit', 'lines=1-2', 10, 'ALL'],
  ];
  for (const [title, header, bytes, expected] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(wantedRange(header, bytes)).toEqual(expected);
    });
  }
});
