import { type PieceFate, fateOf } from './piece-answer';

describe('what becomes of a piece of a recording', () => {
  const cases: readonly [status: number, next: number | null, fate: PieceFate][] = [
    [204, null, { kind: 'taken' }],
    [409, 3, { kind: 'other', next: 3 }],
    [409, null, { kind: 'refused' }],
    [429, null, { kind: 'later', waitMs: 5000 }],
    [503, null, { kind: 'later', waitMs: 5000 }],
    [507, null, { kind: 'later', waitMs: 5000 }],
    [401, null, { kind: 'later', waitMs: 5000 }],
    [404, null, { kind: 'refused' }],
    [413, null, { kind: 'refused' }],
  ];
  for (const [status, next, fate] of cases) {
    it(`ROOM-18 ${String(status)} means: ${fate.kind}`, () => {
      expect(fateOf({ status, next, retryAfterMs: 5000 })).toEqual(fate);
    });
  }

  it('ROOM-18 silence means: later', () => {
    expect(fateOf(null)).toEqual({ kind: 'later', waitMs: null });
  });
});
