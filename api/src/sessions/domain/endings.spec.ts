import { learner, LifeStory, mentor } from './life-story.testing.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);

describe('the end of a session', () => {
  const rows: readonly [string, Tale, string][] = [
    ['LIFE-4 comes when the planned time is used', (s) => meet(s).tick(60), 'TIME_UP 60 COMPLETED'],
    ['LIFE-4 does not come a moment before', (s) => meet(s).tick(59.999), 'OPEN'],
    [
      'LIFE-4 comes early after an early start',
      (s) => s.joins(-10, mentor).joins(-10, learner).tick(60),
      'TIME_UP 50 COMPLETED',
    ],
    [
      'LIFE-4 comes late after a late start',
      (s) => s.joins(9, mentor).joins(9, learner).tick(80),
      'TIME_UP 69 COMPLETED',
    ],
    [
      'LIFE-4 comes at the latest 15 minutes after the scheduled end',
      (s) => s.joins(0, mentor).joins(25, learner).tick(90),
      'TIME_UP 75 COMPLETED',
    ],
    [
      'LIFE-4 comes in a pause too',
      (s) => meet(s).leaves(58, learner).tick(90),
      'TIME_UP 75 COMPLETED',
    ],
    [
      'LIFE-5 comes 2 minutes after both have gone',
      (s) => meet(s).leaves(20, learner).leaves(25, mentor).tick(30),
      'BOTH_GONE 27 INCOMPLETE',
    ],
    [
      'LIFE-5 waits for both until then',
      (s) => meet(s).leaves(20, learner).leaves(25, mentor).tick(26.99),
      'OPEN',
    ],
    [
      'LIFE-5 waits for as long as one is there',
      (s) => meet(s).leaves(20, learner).tick(60),
      'OPEN',
    ],
    [
      'LIFE-5 does not come when one is back in time',
      (s) => meet(s).leaves(20, learner).leaves(25, mentor).joins(26.9, mentor, 'b').tick(40),
      'OPEN',
    ],
    [
      'LIFE-5 counts the time for coming back from the last to go',
      (s) =>
        meet(s)
          .leaves(20, learner)
          .leaves(25, mentor)
          .joins(26, learner, 'b')
          .loses(31, 'b', 30)
          .tick(40),
      'BOTH_GONE 32 INCOMPLETE',
    ],
    [
      'LIFE-5 does not come while a page is open',
      (s) => meet(s).attend(learner).leaves(20, learner).leaves(20, mentor).tick(40),
      'OPEN',
    ],
    [
      'LIFE-5 comes when that page is closed',
      (s) =>
        meet(s)
          .attend(learner)
          .leaves(20, learner)
          .leaves(20, mentor)
          .tick(40)
          .attendNoMore()
          .tick(41),
      'BOTH_GONE 22 INCOMPLETE',
    ],
    [
      'LIFE-4 comes whatever page is open',
      (s) => meet(s).attend(learner, mentor).leaves(20, learner).leaves(20, mentor).tick(90),
      'TIME_UP 75 INCOMPLETE',
    ],
    ['LIFE-5 is the mentor’s to bring', (s) => meet(s).end(30), 'ENDED_BY_MENTOR 30 INCOMPLETE'],
    [
      'LIFE-5 is the mentor’s to bring in a pause',
      (s) => meet(s).leaves(29, learner).end(30),
      'ENDED_BY_MENTOR 30 INCOMPLETE',
    ],
    [
      'LIFE-6 completes at 80 % of the plan',
      (s) => meet(s).end(48),
      'ENDED_BY_MENTOR 48 COMPLETED',
    ],
    [
      'LIFE-6 completes at no less than 80 % of the plan',
      (s) => meet(s).end(47.99),
      'ENDED_BY_MENTOR 47.99 INCOMPLETE',
    ],
    [
      'LIFE-6 completes when both agree, however little was done',
      (s) => meet(s).agree(3, mentor).agree(5, learner),
      'AGREED 5 COMPLETED',
    ],
    [
      'LIFE-6 is incomplete when only one agrees',
      (s) => meet(s).agree(3, mentor).leaves(4, learner).leaves(4, mentor).tick(10),
      'BOTH_GONE 6 INCOMPLETE',
    ],
    [
      'LIFE-6 completes when both go after 80 % of the plan',
      (s) => meet(s).leaves(50, learner).leaves(50, mentor).tick(55),
      'BOTH_GONE 52 COMPLETED',
    ],
    [
      'LIFE-5 comes 10 minutes after the start when nobody has come',
      (s) => s.tick(11),
      'NO_SHOW 10 NO_SHOW',
    ],
    ['LIFE-5 does not come before that', (s) => s.tick(9.99), 'OPEN'],
    [
      'LIFE-5 comes 10 minutes after the start when the only one has gone',
      (s) => s.joins(0, mentor).leaves(3, mentor).tick(20),
      'NO_SHOW 10 NO_SHOW',
    ],
    [
      'LIFE-5 lets the only one come back within the rejoin window',
      (s) => s.joins(0, mentor).leaves(9, mentor).tick(10.9),
      'OPEN',
    ],
    [
      'LIFE-5 comes when the only one does not come back',
      (s) => s.joins(0, mentor).leaves(9, mentor).tick(11),
      'NO_SHOW 11 NO_SHOW',
    ],
    [
      'LIFE-5 comes when the one who waits has gone',
      (s) => s.joins(0, mentor).leaves(30, mentor).tick(40),
      'NO_SHOW 32 NO_SHOW',
    ],
    [
      'LIFE-5 does not come while the one who waits has the page open',
      (s) => s.attend(mentor).joins(0, mentor).leaves(30, mentor).tick(50),
      'OPEN',
    ],
    [
      'LIFE-5 does not come while somebody is on the page and cannot enter',
      (s) => s.attend(learner).tick(50),
      'OPEN',
    ],
    [
      'LIFE-5 comes at the scheduled end when the other has not come',
      (s) => s.joins(0, mentor).tick(70),
      'NO_SHOW 60 NO_SHOW',
    ],
    [
      'LIFE-5 comes at the scheduled end when nobody has entered',
      (s) => s.attend(learner).tick(70),
      'NO_SHOW 60 NO_SHOW',
    ],
    [
      'LIFE-5 is the waiting mentor’s to bring once the learner is missing',
      (s) => s.joins(0, mentor).end(15),
      'NO_SHOW 15 NO_SHOW',
    ],
    [
      'LIFE-5 is the waiting learner’s to bring once the mentor is missing',
      (s) => s.joins(0, learner).end(15, learner),
      'NO_SHOW 15 NO_SHOW',
    ],
    [
      'LIFE-5 comes at the scheduled end when they have missed each other',
      (s) => s.joins(0, mentor).leaves(5, mentor).joins(6, learner).tick(70),
      'NEVER_MET 60 INCOMPLETE',
    ],
    [
      'LIFE-5 waits until then for who has missed the other',
      (s) => s.joins(0, mentor).leaves(5, mentor).joins(6, learner).leaves(7, learner).tick(59.9),
      'OPEN',
    ],
    [
      'LIFE-5 is not undone by coming at the scheduled end',
      (s) => s.joins(0, mentor).joins(60, learner),
      'NO_SHOW 60 NO_SHOW',
    ],
    ['LIFE-5 comes by cancelling', (s) => s.cancel(-60), 'CANCELLED -60 CANCELLED'],
    [
      'LIFE-5 comes by cancelling while one waits',
      (s) => s.joins(-1, mentor).cancel(5),
      'CANCELLED 5 CANCELLED',
    ],
    ['PRE-11 follows the new times', (s) => s.reschedule(-60, 30, 90).tick(39.9), 'OPEN'],
    [
      'PRE-11 forgets who came for the old time',
      (s) => s.joins(-5, mentor).leaves(1, mentor).reschedule(2, 60, 120).tick(71),
      'NO_SHOW 70 NO_SHOW',
    ],
  ];
  for (const [title, tale, expected] of rows) {
    it(title, () => {
      expect(tale(new LifeStory()).ending()).toBe(expected);
    });
  }
});

describe('an alarm that rings late', () => {
  const late = () => new LifeStory({ hasAlarms: false });
  const rows: readonly [string, Tale, string][] = [
    [
      'LIFE-9 finds the instant at which the time was up',
      (s) => meet(s).tick(600),
      'TIME_UP 60 COMPLETED',
    ],
    [
      'LIFE-9 finds the latest end',
      (s) => s.joins(0, mentor).joins(40, learner).tick(600),
      'TIME_UP 75 INCOMPLETE',
    ],
    [
      'LIFE-9 finds when both had gone',
      (s) => meet(s).leaves(20, learner).leaves(25, mentor).tick(600),
      'BOTH_GONE 27 INCOMPLETE',
    ],
    ['LIFE-9 finds when nobody had come', (s) => s.tick(600), 'NO_SHOW 10 NO_SHOW'],
    ['LIFE-9 finds the scheduled end', (s) => s.joins(0, learner).tick(600), 'NO_SHOW 60 NO_SHOW'],
    [
      'LIFE-9 does not count who met after the scheduled end',
      (s) => s.joins(0, learner).joins(61, mentor),
      'NO_SHOW 60 NO_SHOW',
    ],
    [
      'LIFE-2 does not end what both have come back to',
      (s) => meet(s).leaves(20, learner).leaves(20, mentor).joins(30, mentor, 'b'),
      'OPEN',
    ],
    [
      'LIFE-2 learns everything before it ends anything',
      (s) =>
        meet(s).told(
          40,
          { kind: 'LOST', sid: mentor, at: 1e15, lastSeenAt: 0 },
          { kind: 'LOST', sid: learner, at: 1e15, lastSeenAt: 0 },
          { kind: 'JOINED', sid: 'b', personId: learner, connectionId: 'b', at: 1e15 },
        ),
      'OPEN',
    ],
  ];
  for (const [title, tale, expected] of rows) {
    it(title, () => {
      expect(tale(late()).ending()).toBe(expected);
    });
  }

  it('LIFE-4 announces nothing more when the session is over', () => {
    const story = meet(late()).tick(600);
    expect(story.news()).toEqual(['WAITING 0', 'STARTED 0', 'ENDED TIME_UP COMPLETED 60']);
  });

  it('LIFE-4 dates an announcement to its moment', () => {
    const story = meet(late()).tick(56);
    expect(story.news()).toEqual(['WAITING 0', 'STARTED 0', 'TIME_LEFT_ANNOUNCED 5 55']);
  });

  it('LIFE-4 ends once', () => {
    const story = meet(late()).tick(60).tick(61).tick(600);
    expect(story.news().filter((news) => news.startsWith('ENDED')).length).toBe(1);
  });
});
