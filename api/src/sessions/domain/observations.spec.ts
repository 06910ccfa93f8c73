import { at, joined, learner, left, LifeStory, mentor } from './life-story.testing.ts';
import type { Observation } from './observations.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);
const lost = (minute: number, sid: string, lastSeen: number): Observation => ({
  kind: 'LOST',
  sid,
  at: at(minute),
  lastSeenAt: at(lastSeen),
});

const still = (from: number, until: number, sid: string): Observation => ({
  kind: 'SILENT',
  sid,
  from: at(from),
  at: at(until),
});

describe('observations', () => {
  const rows: readonly [string, Tale, number][] = [
    [
      'LIFE-2 count nothing twice',
      (s) =>
        meet(s)
          .joins(5, learner)
          .told(10, joined(0, learner, learner)),
      30,
    ],
    [
      'LIFE-2 take the earliest arrival that was told',
      (s) =>
        s
          .joins(0, mentor)
          .joins(10, learner)
          .told(11, joined(5, learner, learner)),
      25,
    ],
    [
      'LIFE-2 take the earliest leave that was told',
      (s) =>
        meet(s)
          .leaves(21, learner)
          .told(22, left(20, learner, learner)),
      20,
    ],
    [
      'LIFE-2 do not take a later leave',
      (s) => meet(s).leaves(20, learner).leaves(21, learner),
      20,
    ],
    [
      'LIFE-2 take two tabs for one person',
      (s) =>
        meet(s)
          .joins(10, learner, 'b')
          .told(20, left(20, learner, 'b')),
      30,
    ],
    [
      'LIFE-2 stay with the other tab',
      (s) =>
        meet(s)
          .joins(10, learner, 'b')
          .leaves(20, learner)
          .told(25, left(25, learner, 'b')),
      25,
    ],
    [
      'LIFE-2 take a leave that is told after the next arrival',
      (s) =>
        meet(s)
          .joins(12, learner, 'b')
          .told(13, left(10, learner, learner)),
      28,
    ],
    [
      'LIFE-2 take a leave that is told before its arrival',
      (s) =>
        s
          .joins(0, mentor)
          .told(5, left(5, learner, 'b'))
          .told(6, joined(2, learner, 'b')),
      3,
    ],
    ['LIFE-2 date a loss back to the last sign of life', (s) => meet(s).loses(20, learner, 18), 18],
    [
      'LIFE-2 take back a loss when the connection is seen',
      (s) => meet(s).loses(20, learner, 18).sees(21, learner),
      30,
    ],
    [
      'LIFE-2 take back a loss that is told after the connection was seen',
      (s) =>
        meet(s)
          .sees(21, learner)
          .told(22, lost(20, learner, 18)),
      30,
    ],
    [
      'LIFE-2 lose again what was seen',
      (s) => meet(s).loses(20, learner, 18).sees(21, learner).loses(25, learner, 23),
      23,
    ],
    [
      'LIFE-2 take what was seen last for the last sign of life',
      (s) => meet(s).sees(19, learner).loses(20, learner, 18),
      19,
    ],
    [
      'LIFE-2 prefer a leave to a guess',
      (s) =>
        meet(s)
          .loses(20, learner, 18)
          .told(21, left(19, learner, learner)),
      19,
    ],
    ['LIFE-2 do not revive who left', (s) => meet(s).leaves(20, learner).sees(21, learner), 20],
    [
      'LIFE-2 do not guess about who left',
      (s) => meet(s).leaves(20, learner).loses(25, learner, 15),
      20,
    ],
    [
      'LIFE-2 take a loss of somebody who is not known yet',
      (s) =>
        s
          .joins(0, mentor)
          .loses(20, 'b', 18)
          .told(21, joined(10, learner, 'b')),
      8,
    ],
    [
      'LIFE-2 know no time that is still to come',
      (s) => s.joins(0, mentor).told(5, joined(9, learner, learner)),
      25,
    ],
    ['LIFE-2 know no sign of life after the loss', (s) => meet(s).loses(20, learner, 25), 20],
    [
      'LIFE-2 ignore strangers',
      (s) => s.joins(0, mentor).told(1, joined(1, 'stranger', 'x'), left(2, 'stranger', 'y')),
      0,
    ],
    [
      'LIFE-3 add up over several pauses',
      (s) =>
        meet(s)
          .leaves(5, learner)
          .joins(8, learner, 'b')
          .told(10, left(10, learner, 'b'))
          .joins(15, learner, 'c'),
      22,
    ],
    ['LIFE-3 leave out what was silent', (s) => meet(s).told(20, still(12, 20, learner)), 22],
    [
      'LIFE-3 leave out a silence that is told after the next arrival',
      (s) =>
        meet(s)
          .leaves(20, learner)
          .joins(21, learner, 'b')
          .told(22, still(12, 21, learner)),
      21,
    ],
    [
      'LIFE-3 leave out silences that overlap once, in any order',
      (s) =>
        meet(s)
          .told(20, still(14, 18, learner), still(12, 15, learner), still(15, 16, mentor))
          .told(21, still(5, 6, mentor)),
      23,
    ],
    [
      'LIFE-3 leave out nothing where another tab was there',
      (s) =>
        meet(s)
          .joins(5, learner, 'b')
          .told(20, still(12, 20, learner)),
      30,
    ],
    [
      'LIFE-3 know no silence that is still to come',
      (s) => meet(s).told(20, still(18, 25, learner)),
      28,
    ],
    [
      'LIFE-3 leave out a silence at the end that is told after it',
      (s) =>
        meet(s)
          .end(20)
          .told(21, still(15, 21, learner)),
      15,
    ],
    ['LIFE-3 count from the join window on', (s) => s.joins(-20, mentor).joins(-20, learner), 45],
  ];
  for (const [title, tale, active] of rows) {
    it(title, () => {
      expect(tale(new LifeStory()).active(30)).toBeCloseTo(active, 9);
    });
  }

  const silent: readonly [string, Tale, Observation][] = [
    ['an arrival', meet, joined(0, learner, learner)],
    ['a later arrival of the same connection', meet, joined(1, learner, learner)],
    ['a leave', (s) => meet(s).leaves(5, learner), left(5, learner, learner)],
    ['a loss', (s) => meet(s).loses(5, learner, 4), lost(5, learner, 4)],
    ['a loss of who left', (s) => meet(s).leaves(5, learner), lost(6, learner, 4)],
    [
      'a sign of life of who left',
      (s) => meet(s).leaves(5, learner),
      { kind: 'SEEN', sid: learner, at: at(6) },
    ],
    ['a silence', (s) => meet(s).told(6, still(3, 5, learner)), still(3, 5, learner)],
    ['a part of a silence', (s) => meet(s).told(6, still(2, 6, learner)), still(3, 5, learner)],
    ['a silence that ends before it begins', meet, still(5, 3, learner)],
    ['a silence after the end', (s) => meet(s).end(7), still(8, 9, learner)],
    ['a stranger’s arrival', meet, joined(1, 'stranger', 'x')],
    ['an arrival after the end', (s) => meet(s).end(7), joined(8, learner, 'b')],
    ['an arrival at the end', (s) => meet(s).end(7), joined(7, learner, 'b')],
    ['a leave after the end', (s) => meet(s).end(7), left(8, learner, learner)],
    ['a loss after the end', (s) => meet(s).end(7), lost(8, learner, 7)],
  ];
  for (const [what, tale, observation] of silent) {
    it(`LIFE-2 append nothing for the repetition of ${what}`, () => {
      const story = tale(new LifeStory());
      const before = story.log.length;
      expect(story.told(10, observation, observation).log.length).toBe(before);
    });
  }

  it('LIFE-2 append an arrival once that is told twice at once', () => {
    const story = new LifeStory();
    const arrival = joined(0, mentor, mentor);
    story.told(1, arrival, arrival);
    expect(story.log.filter(({ type }) => type === 'CONNECTION_JOINED').length).toBe(1);
  });

  it('LIFE-2 name the person who was lost', () => {
    const { log } = meet(new LifeStory()).loses(5, learner, 4);
    expect(log.find(({ type }) => type === 'CONNECTION_LOST')?.personId).toBe(learner);
  });
});
