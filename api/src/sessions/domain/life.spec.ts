import { learner, LifeStory, mentor } from './life-story.testing.ts';
import { defaultRules } from './session-rules.ts';

type Tale = (story: LifeStory) => LifeStory;

const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);

describe('the life of a session', () => {
  const rows: readonly [string, Tale, readonly string[]][] = [
    ['LIFE-1 is scheduled while nobody comes', (s) => s.tick(-1), []],
    ['LIFE-1 waits from when the mentor comes first', (s) => s.joins(-5, mentor), ['WAITING -5']],
    ['LIFE-1 waits from when the learner comes first', (s) => s.joins(-4, learner), ['WAITING -4']],
    [
      'LIFE-1 starts by itself as soon as both are there',
      (s) => s.joins(-5, learner).joins(2, mentor),
      ['WAITING -5', 'STARTED 2'],
    ],
    [
      'LIFE-1 starts before its time when both are early',
      (s) => s.joins(-10, mentor).joins(-9, learner),
      ['WAITING -10', 'STARTED -9'],
    ],
    [
      'LIFE-1 does not start when one goes before the other comes',
      (s) => s.joins(0, mentor).leaves(1, mentor).joins(2, learner),
      ['WAITING 0'],
    ],
    [
      'LIFE-1 starts once, however often they come and go',
      (s) =>
        meet(s).leaves(5, learner).joins(6, learner, 'b').leaves(7, mentor).joins(8, mentor, 'c'),
      ['WAITING 0', 'STARTED 0', 'PAUSED 5', 'RESUMED 6', 'PAUSED 7', 'RESUMED 8'],
    ],
    [
      'LIFE-1 does not count who comes before the room opens',
      (s) => s.joins(-30, mentor).tick(-16),
      [],
    ],
    [
      'LIFE-1 counts who came before the room opens from then on',
      (s) => s.joins(-30, mentor).joins(-20, learner).tick(-15),
      ['WAITING -15', 'STARTED -15'],
    ],
    [
      'LIFE-3 pauses when the learner leaves',
      (s) => meet(s).leaves(20, learner),
      ['WAITING 0', 'STARTED 0', 'PAUSED 20'],
    ],
    [
      'LIFE-3 pauses when the mentor leaves',
      (s) => meet(s).leaves(21, mentor),
      ['WAITING 0', 'STARTED 0', 'PAUSED 21'],
    ],
    [
      'LIFE-3 pauses once when both leave',
      (s) => meet(s).leaves(20, learner).leaves(21, mentor),
      ['WAITING 0', 'STARTED 0', 'PAUSED 20'],
    ],
    [
      'LIFE-3 resumes only when both are back',
      (s) =>
        meet(s)
          .leaves(20, learner)
          .leaves(21, mentor)
          .joins(22, learner, 'b')
          .joins(22.5, mentor, 'c'),
      ['WAITING 0', 'STARTED 0', 'PAUSED 20', 'RESUMED 22.5'],
    ],
    [
      'LIFE-3 tells every pause of a message that comes late',
      (s) => meet(s).leaves(20, learner).joins(21, learner, 'b').leaves(22, learner),
      ['WAITING 0', 'STARTED 0', 'PAUSED 20', 'RESUMED 21'],
    ],
    [
      'LIFE-4 announces five minutes and one minute left, and ends',
      (s) => meet(s).tick(60),
      [
        'WAITING 0',
        'STARTED 0',
        'TIME_LEFT_ANNOUNCED 5 55',
        'TIME_LEFT_ANNOUNCED 1 59',
        'ENDED TIME_UP COMPLETED 60',
      ],
    ],
    [
      'LIFE-4 prolongs the session by the time that was paused',
      (s) => meet(s).leaves(20, learner).joins(30, learner, 'b').tick(70),
      [
        'WAITING 0',
        'STARTED 0',
        'PAUSED 20',
        'RESUMED 30',
        'TIME_LEFT_ANNOUNCED 5 65',
        'TIME_LEFT_ANNOUNCED 1 69',
        'ENDED TIME_UP COMPLETED 70',
      ],
    ],
    [
      'LIFE-4 announces in a pause what the latest end leaves',
      (s) => meet(s).leaves(20, learner).tick(80),
      [
        'WAITING 0',
        'STARTED 0',
        'PAUSED 20',
        'TIME_LEFT_ANNOUNCED 5 70',
        'TIME_LEFT_ANNOUNCED 1 74',
        'ENDED TIME_UP INCOMPLETE 75',
      ],
    ],
    [
      'LIFE-5 notices that the learner has not come, and lets the mentor wait',
      (s) => s.joins(-1, mentor).tick(59),
      ['WAITING -1', 'NO_SHOW_NOTICED learner 10'],
    ],
    [
      'LIFE-5 notices that the mentor has not come',
      (s) => s.joins(-1, learner).tick(10),
      ['WAITING -1', 'NO_SHOW_NOTICED mentor 10'],
    ],
    [
      'LIFE-5 does not notice a no-show before its time',
      (s) => s.joins(-1, learner).tick(9.99),
      ['WAITING -1'],
    ],
    [
      'LIFE-5 notices a no-show when the first comes after its time',
      (s) => s.attend(mentor).joins(12, mentor),
      ['WAITING 12', 'NO_SHOW_NOTICED learner 12'],
    ],
    [
      'LIFE-5 starts when the other comes after all',
      (s) => s.joins(-1, mentor).joins(25, learner),
      ['WAITING -1', 'NO_SHOW_NOTICED learner 10', 'STARTED 25'],
    ],
    [
      'LIFE-5 notices no no-show once both have come',
      (s) => s.joins(0, mentor).leaves(1, mentor).joins(2, learner).tick(30),
      ['WAITING 0'],
    ],
    [
      'LIFE-6 remembers who agreed to finish early',
      (s) => meet(s).agree(20, learner).agree(21, learner),
      ['WAITING 0', 'STARTED 0', 'FINISH_AGREED learner 20'],
    ],
    [
      'LIFE-6 ends when both agree',
      (s) => meet(s).agree(20, learner).agree(22, mentor),
      [
        'WAITING 0',
        'STARTED 0',
        'FINISH_AGREED learner 20',
        'FINISH_AGREED mentor 22',
        'ENDED AGREED COMPLETED 22',
      ],
    ],
    [
      'LIFE-6 takes the mentor’s end for an agreement when the learner has agreed',
      (s) => meet(s).agree(20, learner).end(22),
      [
        'WAITING 0',
        'STARTED 0',
        'FINISH_AGREED learner 20',
        'FINISH_AGREED mentor 22',
        'ENDED AGREED COMPLETED 22',
      ],
    ],
    [
      'LIFE-5 is cancelled',
      (s) => s.cancel(-60),
      ['CANCELLED -60', 'ENDED CANCELLED CANCELLED -60'],
    ],
    [
      'PRE-11 waits anew for a new time',
      (s) => s.joins(-1, mentor).reschedule(5, 10, 70).tick(15).leaves(16, mentor).tick(19),
      ['WAITING -1', 'RESCHEDULED 5', 'WAITING -1'],
    ],
    [
      'PRE-11 is scheduled again for another day',
      (s) => s.joins(-1, mentor).reschedule(5, 1440, 1500).tick(1400),
      ['WAITING -1', 'RESCHEDULED 5'],
    ],
    ['PRE-11 takes the same times for nothing new', (s) => s.reschedule(-60, 0, 60), []],
  ];
  for (const [title, tale, expected] of rows) {
    it(title, () => {
      expect(tale(new LifeStory()).news()).toEqual(expected);
    });
  }
});

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
        meet(s).attend(learner).leaves(20, learner).leaves(20, mentor).tick(40).attend().tick(41),
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
