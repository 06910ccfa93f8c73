import { handRaisedAt } from './hand.ts';
import { at, learner, LifeStory, mentor, minuteOf } from './life-story.testing.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(1, learner);

describe('handRaisedAt', () => {
  const rows: readonly [string, Tale, raised: number | null, now: number, since: number | null][] =
    [
      ['ROOM-3 is down at first', meet, null, 5, null],
      ['ROOM-3 is up since it was raised', meet, 3, 5, 3],
      ['ROOM-3 may be raised by who waits alone', (s) => s.joins(0, learner), 3, 5, 3],
      ['ROOM-3 stays up while the other is away', (s) => meet(s).leaves(4, mentor), 3, 5, 3],
      ['ROOM-3 stays up for who dropped out', (s) => meet(s).leaves(4, learner), 3, 5, 3],
      [
        'ROOM-3 is as it was for who came back in time',
        (s) => meet(s).leaves(4, learner).joins(5, learner, 'b'),
        ...([3, 9, 3] as const),
      ],
      [
        'ROOM-3 is down for who came back too late',
        (s) => meet(s).leaves(4, learner).joins(8, learner, 'b'),
        ...([3, 9, null] as const),
      ],
      [
        'ROOM-3 may be raised again afterwards',
        (s) => meet(s).leaves(4, learner).joins(8, learner, 'b'),
        ...([9, 9, 9] as const),
      ],
      [
        'ROOM-3 is down once the rejoin window is over',
        (s) => meet(s).leaves(4, learner),
        3,
        6,
        null,
      ],
      [
        'ROOM-3 is down for who left by choice',
        (s) => meet(s).leaves(4, learner, 'LEFT_BY_CHOICE'),
        ...([3, 4, null] as const),
      ],
      ['ROOM-3 is down when the session is over by time alone', meet, 3, 200, null],
    ];

  for (const [name, tale, raised, now, since] of rows) {
    it(name, () => {
      const story = tale(new LifeStory());
      const raisedAt = raised === null ? null : at(raised);
      const found = handRaisedAt(story.state, learner, raisedAt, {
        now: at(now),
        rules: story.rules,
      });
      expect(found === null ? null : minuteOf(found)).toBe(since);
    });
  }
});
