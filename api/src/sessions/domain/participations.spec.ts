import { joined, learner, left, LifeStory, mentor, minuteOf } from './life-story.testing.ts';
import { participations } from './participations.ts';

type Tale = (story: LifeStory) => LifeStory;
type Row = readonly [sid: string, joinedAt: number, leftAt: number | null, reason: string | null];

describe('participations', () => {
  const rows: readonly [string, Tale, readonly Row[]][] = [
    ['LIFE-8 are none at first', (s) => s, []],
    [
      'LIFE-8 are open while the person is there',
      (s) => s.joins(0, mentor),
      [['mentor', 0, null, null]],
    ],
    [
      'LIFE-8 keep when and why somebody left',
      (s) => s.joins(0, mentor).leaves(3, mentor, 'LEFT_BY_CHOICE'),
      [['mentor', 0, 3, 'LEFT_BY_CHOICE']],
    ],
    [
      'LIFE-8 keep a loss without a reason',
      (s) => s.joins(0, mentor).loses(4, mentor, 3),
      [['mentor', 0, 3, 'UNKNOWN']],
    ],
    [
      'LIFE-8 are open again when a loss is taken back',
      (s) => s.joins(0, mentor).loses(4, mentor, 3).sees(5, mentor),
      [['mentor', 0, null, null]],
    ],
    [
      'LIFE-8 keep every tab',
      (s) => s.joins(0, mentor).joins(1, mentor, 'b').leaves(2, mentor),
      [
        ['mentor', 0, 2, 'PAGE_CLOSED'],
        ['b', 1, null, null],
      ],
    ],
    [
      'LIFE-8 are in the order of arrival',
      (s) => s.joins(5, mentor).told(6, joined(0, learner, learner)),
      [
        ['learner', 0, null, null],
        ['mentor', 5, null, null],
      ],
    ],
    [
      'LIFE-8 know nothing of who is not known to have come',
      (s) => s.told(1, left(1, mentor, 'b')),
      [],
    ],
    [
      'LIFE-8 close with the session',
      (s) => s.joins(0, mentor).joins(0, learner).end(7),
      [
        ['learner', 0, 7, 'SESSION_OVER'],
        ['mentor', 0, 7, 'SESSION_OVER'],
      ],
    ],
    [
      'LIFE-8 keep who left before the end',
      (s) => s.joins(0, mentor).joins(0, learner).leaves(5, learner).end(7),
      [
        ['learner', 0, 5, 'PAGE_CLOSED'],
        ['mentor', 0, 7, 'SESSION_OVER'],
      ],
    ],
  ];
  for (const [title, tale, expected] of rows) {
    it(title, () => {
      const found = participations(tale(new LifeStory()).state);
      expect(
        found.map(({ sid, joinedAt, leftAt, reason }) => [
          sid,
          minuteOf(joinedAt),
          minuteOf(leftAt),
          reason,
        ]),
      ).toEqual(expected.map((row) => [...row]));
    });
  }

  it('LIFE-8 name the person and the page', () => {
    const { state } = new LifeStory().joins(0, mentor);
    expect(participations(state)[0]).toEqual(
      jasmine.objectContaining({ personId: mentor, connectionId: 'page of mentor' }),
    );
  });
});
