import { knownStays } from './known-stays.ts';
import type { LeaveReason } from './session-event.ts';
import { joined, learner, left, LifeStory, mentor, minuteOf } from './life-story.testing.ts';

type Tale = (story: LifeStory) => LifeStory;
type Row = readonly [from: number, to: number | null, reason: LeaveReason | null];

describe('knownStays', () => {
  const rows: readonly [string, Tale, readonly Row[]][] = [
    ['LIFE-8 are none of who never came', (s) => s.joins(0, learner), []],
    ['LIFE-8 go on while the person is there', (s) => s.joins(0, mentor), [[0, null, null]]],
    [
      'LIFE-8 say why each ended',
      (s) =>
        s
          .joins(0, learner)
          .joins(0, mentor)
          .leaves(3, mentor, 'CONNECTION_FAILED')
          .told(4, joined(4, mentor, 'again'))
          .end(7),
      [
        [0, 3, 'CONNECTION_FAILED'],
        [4, 7, 'SESSION_OVER'],
      ],
    ],
    [
      'LIFE-8 of two pages are one, which ends with the last',
      (s) =>
        s
          .joins(0, mentor)
          .joins(1, mentor, 'other')
          .leaves(2, mentor)
          .told(5, left(5, mentor, 'other', 'LEFT_BY_CHOICE')),
      [[0, 5, 'LEFT_BY_CHOICE']],
    ],
  ];
  for (const [title, tale, expected] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      const found = knownStays(state, mentor, rules);
      expect(found.map(({ from, to, reason }) => [minuteOf(from), minuteOf(to), reason])).toEqual(
        expected.map((row) => [...row]),
      );
    });
  }
});
