import { sessionClock } from './clock.ts';
import { at, learner, LifeStory, mentor, minuteMs, minuteOf } from './life-story.testing.ts';

type Tale = (story: LifeStory) => LifeStory;

const asIs: Tale = (story) => story;
const meet: Tale = (story) => story.joins(0, mentor).joins(2, learner);

interface Shown {
  readonly active: number;
  readonly since: number | null;
  readonly left: number;
  readonly latestEnd: number;
}

describe('sessionClock', () => {
  const rows: readonly [string, Tale, number, Shown][] = [
    [
      'LIFE-4 has all time left before the start',
      asIs,
      -60,
      { active: 0, since: null, left: 60, latestEnd: 75 },
    ],
    [
      'LIFE-4 has all time left while one waits',
      (s) => s.joins(0, mentor),
      9,
      { active: 0, since: null, left: 60, latestEnd: 75 },
    ],
    [
      'LIFE-4 has less left when the latest end comes near',
      (s) => s.joins(0, mentor),
      50,
      { active: 0, since: null, left: 25, latestEnd: 75 },
    ],
    [
      'LIFE-3 runs since both are there',
      meet,
      12,
      { active: 0, since: 2, left: 50, latestEnd: 75 },
    ],
    [
      'LIFE-3 stands in a pause',
      (s) => meet(s).leaves(12, learner),
      20,
      { active: 10, since: null, left: 50, latestEnd: 75 },
    ],
    [
      'LIFE-3 runs again after a pause',
      (s) => meet(s).leaves(12, learner).joins(15, learner, 'b'),
      20,
      { active: 10, since: 15, left: 45, latestEnd: 75 },
    ],
    [
      'LIFE-4 shows in a pause what the latest end leaves',
      (s) => meet(s).leaves(12, learner),
      70,
      { active: 10, since: null, left: 5, latestEnd: 75 },
    ],
    [
      'LIFE-5 stands after the end',
      (s) => meet(s).end(12),
      20,
      { active: 10, since: null, left: 0, latestEnd: 12 },
    ],
    [
      'LIFE-9 stands when the time is up, without an alarm',
      meet,
      600,
      { active: 60, since: null, left: 0, latestEnd: 62 },
    ],
    [
      'LIFE-5 runs no more after a cancel',
      (s) => s.cancel(-60),
      -50,
      { active: 0, since: null, left: 0, latestEnd: -60 },
    ],
    [
      'PRE-11 follows new times',
      (s) => s.reschedule(-60, 100, 130),
      -50,
      { active: 0, since: null, left: 30, latestEnd: 145 },
    ],
  ];
  for (const [title, tale, minute, expected] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      const clock = sessionClock(state, at(minute), rules);
      expect({
        active: clock.activeMs / minuteMs,
        since: minuteOf(clock.runningSince),
        left: clock.timeLeftMs / minuteMs,
        latestEnd: minuteOf(clock.latestEndAt),
      }).toEqual(expected);
    });
  }

  it('PRE-13 tells when the room opens and what is planned', () => {
    const { state, rules } = new LifeStory({ plannedMinutes: 45 });
    const clock = sessionClock(state, at(-60), rules);
    expect([minuteOf(clock.joinOpensAt), clock.plannedMs / minuteMs]).toEqual([-15, 45]);
  });
});
