import { learner, LifeStory, mentor } from './life-story.testing.ts';

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
      'LIFE-6 goes on when who asked to finish early takes it back, though the other agrees then',
      (s) => meet(s).agree(20, learner).takeBack(21, learner).agree(22, mentor),
      [
        'WAITING 0',
        'STARTED 0',
        'FINISH_AGREED learner 20',
        'FINISH_WITHDRAWN learner 21',
        'FINISH_AGREED mentor 22',
      ],
    ],
    [
      'LIFE-6 takes nothing back of who has not asked, nor twice',
      (s) => meet(s).takeBack(19, mentor).agree(20, learner).takeBack(21, mentor),
      ['WAITING 0', 'STARTED 0', 'FINISH_AGREED learner 20'],
    ],
    [
      'LIFE-6 the mentor’s end is no agreement when the learner has taken theirs back',
      (s) => meet(s).agree(20, learner).takeBack(21, learner).end(22),
      [
        'WAITING 0',
        'STARTED 0',
        'FINISH_AGREED learner 20',
        'FINISH_WITHDRAWN learner 21',
        'ENDED ENDED_BY_MENTOR INCOMPLETE 22',
      ],
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
