import { learner, LifeStory, mentor } from './life-story.testing.ts';
import { defaultRules } from './session-rules.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);

describe('little time left', () => {
  it('LIFE-4 is not announced when there was no more from the start', () => {
    const story = new LifeStory({ plannedMinutes: 5 });
    const news = meet(story).tick(4).news();
    expect(news).toEqual(['WAITING 0', 'STARTED 0', 'TIME_LEFT_ANNOUNCED 1 4']);
  });

  it('LIFE-4 is not announced to those who meet within it', () => {
    const news = new LifeStory({ plannedMinutes: 60, rules: { ...defaultRules, overrunMs: 0 } })
      .joins(0, mentor)
      .joins(57, learner)
      .tick(59.5)
      .news();
    expect(news.slice(2)).toEqual(['STARTED 57', 'TIME_LEFT_ANNOUNCED 1 59']);
  });

  it('LIFE-4 is announced once, also when a pause is learned of later', () => {
    const news = meet(new LifeStory())
      .tick(56)
      .loses(56.5, learner, 50)
      .joins(57, learner, 'b')
      .tick(63)
      .news();
    expect(news.filter((one) => one.startsWith('TIME_LEFT_ANNOUNCED 5'))).toEqual([
      'TIME_LEFT_ANNOUNCED 5 55',
    ]);
  });
});
