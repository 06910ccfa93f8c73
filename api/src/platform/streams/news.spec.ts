import { additionTo, type Hint, reachedBy } from './news.ts';

const [a, b, c] = [{ row: 'a' }, { row: 'b' }, { row: 'c' }];

describe('additionTo', () => {
  const rows: readonly [string, number, Hint, ReturnType<typeof additionTo>][] = [
    ['asks for the table where a hint says nothing', 4, null, null],
    ['adds nothing where there are no news', 4, [], { place: 4, rows: [] }],
    [
      'adds what follows at once',
      4,
      [
        { last: 5, appended: { first: 5, rows: [a] } },
        { last: 7, appended: { first: 6, rows: [b, c] } },
      ],
      { place: 7, rows: [a, b, c] },
    ],
    [
      'asks for the table where a place is missing',
      4,
      [{ last: 6, appended: { first: 6, rows: [a] } }],
      null,
    ],
    [
      'asks for the table where the order is another',
      4,
      [
        { last: 6, appended: { first: 6, rows: [b] } },
        { last: 5, appended: { first: 5, rows: [a] } },
      ],
      null,
    ],
    ['asks for the table where only the place is told', 4, [{ last: 5 }], null],
    ['adds nothing that is known', 4, [{ last: 4 }, { last: 2 }], { place: 4, rows: [] }],
  ];
  for (const [what, place, hint, expected] of rows) {
    it(`API-3 ${what}`, () => {
      expect(additionTo(place, hint)).toEqual(expected);
    });
  }
});

describe('reachedBy', () => {
  it('API-3 is the furthest place that was told, and the beginning where none was', () => {
    expect(reachedBy([{ last: 3 }, { last: 9 }, { last: 5 }])).toBe(9);
    expect(reachedBy(null)).toBe(0);
  });
});
