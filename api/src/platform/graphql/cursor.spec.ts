import { GraphQLError } from 'graphql';
import { Cursor, listCursor, logCursor, readListCursor, readLogCursor } from './cursor.ts';

describe('cursors', () => {
  it('API-3 come back as the position that they were made of', () => {
    expect(readLogCursor(logCursor(12_345))).toBe(12_345);
    expect(readListCursor(listCursor([1_700_000_000_000, 'id']), 2)).toEqual([
      1_700_000_000_000,
      'id',
    ]);
  });

  for (const foreign of ['', 'abc', '!', listCursor([1, 2]), listCursor(['x']), logCursor(-1)]) {
    it(`API-3 refuse "${foreign}", which is not of ours`, () => {
      expect(() => readLogCursor(foreign)).toThrowError(GraphQLError);
    });
  }

  it('API-3 are checked as soon as they come in', () => {
    expect(() => Cursor.parseValue('x'.repeat(201))).toThrowError(GraphQLError);
    expect(() => Cursor.parseValue(5)).toThrowError(GraphQLError);
    expect(Cursor.parseValue(logCursor(3))).toBe(logCursor(3));
  });
});
