import { nextDueAt } from './due.ts';
import { at, learner, LifeStory, mentor, minuteOf } from './life-story.testing.ts';
import { defaultRules } from './session-rules.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);

describe('nextDueAt', () => {
  const rows: readonly [string, Tale, number, number | null][] = [
    ['LIFE-5 is the no-show before anybody comes', (s) => s, -60, 10],
    ['LIFE-5 is the no-show while one waits', (s) => s.joins(0, mentor), 1, 10],
    [
      'LIFE-5 is the scheduled end once somebody is missing',
      (s) => s.joins(0, mentor).tick(10),
      10,
      60,
    ],
    [
      'LIFE-5 is the end of the rejoin window when the only one is gone',
      (s) => s.joins(0, mentor).leaves(30, mentor),
      30,
      32,
    ],
    [
      'LIFE-5 is the scheduled end when both came and never met',
      (s) => s.joins(0, mentor).leaves(1, mentor).joins(2, learner),
      3,
      60,
    ],
    ['LIFE-4 is the first announcement while both are there', meet, 1, 55],
    ['LIFE-4 is the second announcement after the first', (s) => meet(s).tick(55), 55, 59],
    ['LIFE-4 is the end after the announcements', (s) => meet(s).tick(59), 59, 60],
    [
      'LIFE-4 is the first announcement before the latest end in a pause',
      (s) => meet(s).leaves(20, learner),
      20,
      70,
    ],
    [
      'LIFE-5 is the end of the rejoin window when both are gone',
      (s) => meet(s).leaves(20, learner).leaves(20, mentor),
      20,
      22,
    ],
    [
      'LIFE-5 is in the past when nobody has rung',
      (s) => meet(s).leaves(20, learner).leaves(20, mentor),
      40,
      22,
    ],
    [
      'LIFE-5 is another look while a page holds the end back',
      (s) => meet(s).attend(learner).leaves(20, learner).leaves(20, mentor),
      30,
      32,
    ],
    [
      'LIFE-1 is the opening of the room for who is there already',
      (s) => s.joins(-30, mentor),
      -29,
      -15,
    ],
    ['LIFE-5 is never after the end', (s) => meet(s).end(20), 20, null],
  ];
  for (const [title, tale, minute, expected] of rows) {
    it(title, () => {
      const { state, rules, attending } = tale(new LifeStory());
      expect(minuteOf(nextDueAt(state, at(minute), rules, attending))).toBe(expected);
    });
  }

  it('LIFE-5 looks again no sooner than in a second', () => {
    const rules = { ...defaultRules, rejoinWindowMs: 0 };
    const { state } = meet(new LifeStory({ rules }))
      .attend(learner)
      .leaves(5, learner)
      .leaves(5, mentor);
    expect(nextDueAt(state, at(6), rules, [learner])).toBe(at(6) + 1000);
  });
});
