import fc from 'fast-check';
import { replayConsent } from './consent.ts';
import { type Deed, said, someDeeds, somePolicy } from './consent-deeds.testing.ts';
import { consentSpans, isWithin } from './consent-spans.ts';

describe('the spans of consent', () => {
  const yes: readonly Deed[] = [
    ['REQUEST', 'mia'],
    ['AGREE', 'leo'],
  ];
  const cases: readonly (readonly [
    string,
    readonly Deed[],
    readonly (readonly [number, number?])[],
  ])[] = [
    ['none while only one agrees', [['REQUEST', 'mia']], []],
    ['one that lasts', yes, [[1]]],
    ['one until somebody withdraws', [...yes, ['WITHDRAW', 'leo']], [[1, 2]]],
    ['two around a pause', [...yes, ['PAUSE', 'leo'], ['RESUME', 'leo']], [[1, 2], [3]]],
    [
      'the pause of both as long as one of them wants it',
      [...yes, ['PAUSE', 'leo'], ['PAUSE', 'mia'], ['RESUME', 'leo'], ['RESUME', 'mia']],
      [[1, 2], [5]],
    ],
  ];
  for (const [what, deeds, expected] of cases) {
    it(`ROOM-18 are ${what}`, () => {
      const spans = consentSpans(said('ON_REQUEST', deeds));
      expect(spans).toEqual(
        expected.map(([from, to]) => ({
          from: from * 1000,
          to: to === undefined ? null : to * 1000,
        })),
      );
    });
  }

  it('ROOM-18 are exactly the instants at which it runs', () => {
    fc.assert(
      fc.property(
        somePolicy,
        someDeeds,
        fc.integer({ min: 0, max: 31_000 }),
        (policy, deeds, at) => {
          const words = said(policy, deeds);
          const then = words.filter((word) => word.at <= at);
          const { status } = replayConsent(policy, then);
          const isIn = isWithin(consentSpans(words), { startAt: at, endAt: at });
          // At the very instant of a pause, what was said until then is on the record.
          const isEdge = words.some((word) => word.at === at);
          expect(isIn || isEdge).toBe(status === 'RUNNING' || isEdge);
        },
      ),
    );
  });

  it('ROOM-18 take no speech that reaches out of them', () => {
    const spans = [
      { from: 1000, to: 2000 },
      { from: 3000, to: null },
    ];
    const takes = (startAt: number, endAt: number) => isWithin(spans, { startAt, endAt });
    expect(takes(1000, 2000)).toBe(true);
    expect(takes(999, 1500)).toBe(false);
    expect(takes(1500, 2001)).toBe(false);
    expect(takes(1500, 3500)).toBe(false);
    expect(takes(3000, 99_000)).toBe(true);
  });
});
