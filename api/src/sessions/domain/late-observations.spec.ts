import { at, joined, learner, left, LifeStory, mentor } from './life-story.testing.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);

describe('observations of an ended session', () => {
  const rows: readonly [string, Tale, number, string][] = [
    [
      'LIFE-2 correct the active time by a leave',
      (s) =>
        meet(s)
          .tick(60)
          .told(61, left(20, learner, learner)),
      20,
      'TIME_UP 60 INCOMPLETE',
    ],
    [
      'LIFE-2 correct the active time by a loss',
      (s) => meet(s).tick(60).loses(70, learner, 20),
      20,
      'TIME_UP 60 INCOMPLETE',
    ],
    [
      'LIFE-2 correct the active time by a return',
      (s) =>
        meet(s)
          .leaves(20, learner)
          .end(40)
          .told(41, joined(25, learner, 'b')),
      35,
      'ENDED_BY_MENTOR 40 INCOMPLETE',
    ],
    [
      'LIFE-2 correct the outcome',
      (s) =>
        meet(s)
          .leaves(40, learner)
          .end(60)
          .told(61, joined(45, learner, 'b')),
      55,
      'ENDED_BY_MENTOR 60 COMPLETED',
    ],
    [
      'LIFE-2 take back a loss',
      (s) => meet(s).loses(20, learner, 19).end(40).sees(41, learner),
      40,
      'ENDED_BY_MENTOR 40 INCOMPLETE',
    ],
    [
      'LIFE-2 take back a loss by a leave',
      (s) =>
        meet(s)
          .loses(20, learner, 19)
          .end(40)
          .told(42, left(41, learner, learner)),
      40,
      'ENDED_BY_MENTOR 40 INCOMPLETE',
    ],
    [
      'LIFE-4 never count more than was planned',
      (s) =>
        s
          .joins(0, mentor)
          .joins(30, learner)
          .tick(80)
          .told(81, joined(0, learner, 'b')),
      60,
      'TIME_UP 75 COMPLETED',
    ],
    [
      'LIFE-2 show who had come',
      (s) =>
        s
          .joins(0, mentor)
          .leaves(1, mentor)
          .tick(11)
          .told(12, joined(5, learner, 'b')),
      0,
      'NO_SHOW 10 INCOMPLETE',
    ],
    [
      'LIFE-5 stop at the end',
      (s) =>
        meet(s)
          .end(7)
          .told(20, joined(8, learner, 'b')),
      7,
      'ENDED_BY_MENTOR 7 INCOMPLETE',
    ],
  ];
  for (const [title, tale, active, ending] of rows) {
    it(title, () => {
      const story = tale(new LifeStory());
      expect(story.active(600)).toBeCloseTo(active, 9);
      expect(story.ending()).toBe(ending);
    });
  }
});

describe('a status that was told too early', () => {
  it('LIFE-2 is put right when a loss is dated back to before the other came', () => {
    const story = new LifeStory().joins(0, mentor).joins(5, learner).loses(6, mentor, 4);
    expect(story.news()).toEqual(['WAITING 0', 'STARTED 5', 'PAUSED 5']);
    expect(story.active(10)).toBe(0);
  });

  it('LIFE-1 keeps the start that was told', () => {
    const story = new LifeStory()
      .joins(0, mentor)
      .joins(5, learner)
      .told(6, joined(3, learner, 'b'));
    expect(story.state.actualStart).toBe(at(5));
    expect(story.active(10)).toBe(7);
  });

  it('LIFE-2 follows what is learned of a time before', () => {
    const story = new LifeStory();
    story.joins(9, mentor).told(9.1, joined(1, learner, 'a'), left(6, learner, 'a'));
    story.told(9.2, joined(2, mentor, 'b'), left(4, mentor, 'b'));
    expect(story.news()).toEqual(['WAITING 9', 'STARTED 2', 'PAUSED 4']);
  });
});
