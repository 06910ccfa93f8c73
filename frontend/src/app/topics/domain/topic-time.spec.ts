import { type TopicClock, type TopicTime, topicMsAt } from './topic-time';

describe('topicMsAt', () => {
  const running: TopicClock = { serverTime: 1000, runningSince: 500 };
  const standing: TopicClock = { serverTime: 1000, runningSince: null };
  const rows: readonly [string, TopicTime['state'], TopicClock | null, number][] = [
    ['the current one grows while the clock runs', 'CURRENT', running, 900],
    ['the current one stands while the clock does', 'CURRENT', standing, 400],
    ['one that is done stands', 'DONE', running, 400],
    ['it stands while nothing is known of the clock', 'CURRENT', null, 400],
  ];
  for (const [title, state, clock, expected] of rows) {
    it(`ROOM-5 ${title}`, () => {
      expect(topicMsAt({ state, activeMs: 400 }, clock, 1500)).toBe(expected);
    });
  }
});
