import fc from 'fast-check';
import { isNewer, type Segment, settled } from './segment.ts';

/** The stand of a segment is known by its revision alone: nobody tells two things under one number. */
const stand: fc.Arbitrary<Segment> = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), revision: fc.integer({ min: 0, max: 12 }) })
  .map(({ id, revision }) => ({
    id,
    revision,
    personId: 'mia',
    startAt: 0,
    endAt: revision,
    text: `${id}${String(revision)}`,
    isFinal: revision % 5 === 4,
    language: 'en',
    engine: 'test',
  }));

/** Everything told twice, in another order, and in two portions. */
const retold = fc.array(stand, { maxLength: 30 }).chain((told) =>
  fc.record({
    told: fc.constant(told),
    shuffled: fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
    cut: fc.nat(60),
  }),
);

function settledIn(batches: readonly (readonly Segment[])[]): readonly Segment[] {
  return batches.reduce<readonly Segment[]>((kept, told) => settled([...kept, ...told]), []);
}

function sorted(segments: readonly Segment[]): readonly Segment[] {
  return [...segments].sort((a, b) => a.id.localeCompare(b.id));
}

describe('settled', () => {
  it('ROOM-8 gives the same for every order, repetition and division of what was told', () => {
    fc.assert(
      fc.property(retold, ({ told, shuffled, cut }) => {
        const batches = [shuffled.slice(0, cut), shuffled.slice(cut)];
        expect(sorted(settledIn(batches))).toEqual(sorted(settled(told)));
      }),
    );
  });

  it('ROOM-8 never lets a final go back to words that are not', () => {
    fc.assert(
      fc.property(fc.array(stand, { maxLength: 30 }), (told) => {
        const finals = new Set(told.filter(({ isFinal }) => isFinal).map(({ id }) => id));
        for (const { id, isFinal } of settled(told)) expect(isFinal).toBe(finals.has(id));
      }),
    );
  });

  it('ROOM-8 keeps the latest revision of what is equally final', () => {
    fc.assert(
      fc.property(fc.array(stand, { maxLength: 30 }), (told) => {
        for (const kept of settled(told)) {
          const rivals = told.filter(
            ({ id, isFinal }) => id === kept.id && isFinal === kept.isFinal,
          );
          expect(kept.revision).toBe(Math.max(...rivals.map(({ revision }) => revision)));
        }
      }),
    );
  });
});

describe('isNewer', () => {
  const of = (revision: number, isFinal: boolean): Segment => ({
    ...{ id: 'a', personId: 'mia', startAt: 0, endAt: 0, text: '', language: null, engine: 'test' },
    revision,
    isFinal,
  });
  const rows: readonly [string, Segment, Segment, boolean][] = [
    ['a later revision', of(2, false), of(1, false), true],
    ['an earlier revision', of(1, false), of(2, false), false],
    ['the same again', of(2, true), of(2, true), false],
    ['a final over a later revision that is not', of(1, true), of(7, false), true],
    ['words that are not final over a final', of(9, false), of(1, true), false],
    ['a final that was made better', of(3, true), of(2, true), true],
  ];
  for (const [what, one, kept, expected] of rows) {
    it(`ROOM-8 ${what}: ${String(expected)}`, () => {
      expect(isNewer(one, kept)).toBe(expected);
    });
  }
});
