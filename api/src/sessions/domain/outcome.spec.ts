import { joined, learner, LifeStory, mentor } from './life-story.testing.ts';
import { missingFrom, outcomeOf } from './outcome.ts';
import { defaultRules } from './session-rules.ts';

type Tale = (story: LifeStory) => LifeStory;

describe('outcomeOf', () => {
  it('LIFE-6 is unknown before the end', () => {
    const { state, rules } = new LifeStory().joins(0, mentor).joins(0, learner);
    expect(outcomeOf(state, rules)).toBeNull();
  });

  it('LIFE-6 takes its share from the settings', () => {
    const { state } = new LifeStory().joins(0, mentor).joins(0, learner).end(30);
    expect(outcomeOf(state, { ...defaultRules, completedShare: 0.5 })).toBe('COMPLETED');
    expect(outcomeOf(state, { ...defaultRules, completedShare: 0.51 })).toBe('INCOMPLETE');
  });

  it('LIFE-6 completes nothing to which somebody did not come', () => {
    const { state } = new LifeStory().tick(10);
    expect(outcomeOf(state, { ...defaultRules, completedShare: 0 })).toBe('NO_SHOW');
  });
});

describe('missingFrom', () => {
  const rows: readonly [string, Tale, readonly string[]][] = [
    ['LIFE-6 is nobody while it does not count', (s) => s.joins(0, mentor), []],
    [
      'LIFE-6 is who has not come while the other waits',
      (s) => s.joins(0, mentor).tick(10),
      [learner],
    ],
    ['LIFE-6 is nobody once both are there', (s) => s.joins(0, mentor).joins(20, learner), []],
    ['LIFE-6 is both when nobody came', (s) => s.tick(10), [mentor, learner]],
    ['LIFE-6 is who did not come', (s) => s.joins(0, learner).tick(60), [mentor]],
    ['LIFE-6 is nobody after a cancel', (s) => s.cancel(-60), []],
    [
      'LIFE-6 is nobody when they missed each other',
      (s) => s.joins(0, mentor).leaves(1, mentor).joins(2, learner).tick(60),
      [],
    ],
    [
      'LIFE-6 is not who is found out to have come',
      (s) =>
        s
          .joins(0, learner)
          .tick(60)
          .told(61, joined(59, mentor, mentor)),
      [],
    ],
  ];
  for (const [title, tale, missing] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      expect(missingFrom(state, rules)).toEqual(missing);
    });
  }
});
