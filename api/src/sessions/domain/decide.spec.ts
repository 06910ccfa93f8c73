import { decide, type Rejection, type SessionCommand } from './decide.ts';
import { at, learner, LifeStory, mentor } from './life-story.testing.ts';
import { defaultRules } from './session-rules.ts';

type Tale = (story: LifeStory) => LifeStory;

const asIs: Tale = (story) => story;
const waiting: Tale = (story) => story.joins(0, mentor);
const meet: Tale = (story) => waiting(story).joins(0, learner);
const paused: Tale = (story) => meet(story).leaves(10, learner);
const over: Tale = (story) => meet(story).end(15);

const end: SessionCommand = { type: 'END', personId: mentor };
const endByLearner: SessionCommand = { type: 'END', personId: learner };
const endByStranger: SessionCommand = { type: 'END', personId: 'stranger' };
const agree: SessionCommand = { type: 'AGREE_TO_FINISH', personId: learner };
const takeBack: SessionCommand = { type: 'WITHDRAW_FINISH', personId: learner };
const takeBackByStranger: SessionCommand = { type: 'WITHDRAW_FINISH', personId: 'stranger' };
const agreeByStranger: SessionCommand = { type: 'AGREE_TO_FINISH', personId: 'stranger' };
const cancel: SessionCommand = { type: 'CANCEL', personId: learner, reason: 'ill' };
const reschedule = (startsAt: number, endsAt: number): SessionCommand => ({
  type: 'RESCHEDULE',
  personId: mentor,
  startsAt,
  endsAt,
});
const tomorrow = reschedule(at(1440), at(1500));

describe('decide', () => {
  const rows: readonly [string, Tale, number, SessionCommand, Rejection][] = [
    ['LIFE-5 ends nothing that has not begun', asIs, 5, end, 'SESSION_NOT_RUNNING'],
    ['LIFE-5 ends no waiting before the other is missing', waiting, 9, end, 'SESSION_NOT_RUNNING'],
    [
      'LIFE-5 lets the missing one end no waiting',
      waiting,
      15,
      endByLearner,
      'SESSION_NOT_RUNNING',
    ],
    ['LIFE-5 lets no learner end a session', meet, 9, endByLearner, 'NOT_THE_MENTOR'],
    ['LIFE-5 lets no stranger end a session', meet, 9, endByStranger, 'NOT_A_PARTICIPANT'],
    ['LIFE-5 ends nothing twice', over, 20, end, 'SESSION_ALREADY_ENDED'],
    ['LIFE-5 ends nothing whose time is up', meet, 61, end, 'SESSION_ALREADY_ENDED'],
    ['LIFE-6 lets nobody agree before the start', waiting, 9, agree, 'SESSION_NOT_RUNNING'],
    ['LIFE-6 lets no stranger agree', meet, 9, agreeByStranger, 'NOT_A_PARTICIPANT'],
    ['LIFE-6 lets nobody agree after the end', over, 20, agree, 'SESSION_ALREADY_ENDED'],
    ['LIFE-6 takes nothing back before the start', waiting, 9, takeBack, 'SESSION_NOT_RUNNING'],
    ['LIFE-6 lets no stranger take back', meet, 9, takeBackByStranger, 'NOT_A_PARTICIPANT'],
    ['LIFE-6 takes nothing back after the end', over, 20, takeBack, 'SESSION_ALREADY_ENDED'],
    ['PRE-11 cancels nothing that runs', meet, 9, cancel, 'SESSION_ALREADY_STARTED'],
    ['PRE-11 cancels nothing that is paused', paused, 11, cancel, 'SESSION_ALREADY_STARTED'],
    ['PRE-11 cancels nothing that is over', over, 20, cancel, 'SESSION_ALREADY_ENDED'],
    ['PRE-11 moves nothing that runs', meet, 9, tomorrow, 'SESSION_ALREADY_STARTED'],
    ['PRE-11 moves nothing that is over', over, 20, tomorrow, 'SESSION_ALREADY_ENDED'],
    [
      'PRE-11 moves nothing to an end before its start',
      asIs,
      -60,
      reschedule(at(60), at(60)),
      'INVALID_TIMES',
    ],
    [
      'PRE-11 moves nothing into the past',
      asIs,
      -60,
      reschedule(at(-70), at(-10)),
      'INVALID_TIMES',
    ],
    [
      'PRE-11 moves nothing to a past end',
      asIs,
      -60,
      reschedule(at(-65), at(-60)),
      'INVALID_TIMES',
    ],
    ['PRE-11 moves nothing to no time', asIs, -60, reschedule(at(60), Infinity), 'INVALID_TIMES'],
    [
      'PRE-11 moves nothing to half milliseconds',
      asIs,
      -60,
      reschedule(at(60) + 0.5, at(90)),
      'INVALID_TIMES',
    ],
  ];
  for (const [title, tale, minute, command, rejection] of rows) {
    it(title, () => {
      expect(tale(new LifeStory()).tries(minute, command)).toBe(rejection);
    });
  }

  const plan = { type: 'SCHEDULE', mentorId: mentor, learnerId: learner } as const;
  const times = { startsAt: at(0), endsAt: at(60) };

  it('LIFE-1 begins with a plan', () => {
    expect(decide(null, { ...plan, ...times }, at(-60), defaultRules)).toEqual({
      events: [
        {
          type: 'SESSION_SCHEDULED',
          personId: null,
          at: at(-60),
          payload: { mentorId: mentor, learnerId: learner, ...times },
        },
      ],
    });
  });

  const refused: readonly [string, SessionCommand, Rejection][] = [
    ['one person alone', { ...plan, ...times, learnerId: mentor }, 'SAME_PERSON'],
    ['an end before the start', { ...plan, startsAt: at(60), endsAt: at(0) }, 'INVALID_TIMES'],
    ['a time that is over', { ...plan, startsAt: at(-75), endsAt: at(0) }, 'INVALID_TIMES'],
    ['a tick before the plan', { type: 'TICK', attending: [] }, 'NOT_SCHEDULED'],
  ];
  for (const [what, command, rejected] of refused) {
    it(`LIFE-1 refuses ${what}`, () => {
      expect(decide(null, command, at(-60), defaultRules)).toEqual({ rejected });
    });
  }

  it('LIFE-1 refuses a second plan', () => {
    const { state } = new LifeStory();
    const decision = decide(state, { ...plan, ...times }, at(-60), defaultRules);
    expect(decision).toEqual({ rejected: 'ALREADY_SCHEDULED' });
  });

  it('LIFE-5 tells who ended the session', () => {
    expect(over(new LifeStory()).log.at(-1)?.personId).toBe(mentor);
  });

  it('PRE-11 keeps who cancelled and why', () => {
    const { log, state } = new LifeStory().cancel(-60);
    const payload = { by: learner, reason: 'ill' };
    expect(log.find(({ type }) => type === 'SESSION_CANCELLED')?.payload).toEqual(payload);
    expect('cancellation' in state && state.cancellation).toEqual(payload);
  });

  it('LIFE-4 does what is due before it obeys', () => {
    const story = new LifeStory({ hasAlarms: false });
    const news = meet(story).agree(57, learner).news();
    expect(news.slice(2)).toEqual(['TIME_LEFT_ANNOUNCED 5 55', 'FINISH_AGREED learner 57']);
  });

  it('LIFE-5 does not end under the hand of somebody who is there', () => {
    const story = new LifeStory({ hasAlarms: false });
    meet(story).leaves(20, learner).leaves(20, mentor).end(30);
    expect(story.ending()).toBe('ENDED_BY_MENTOR 30 INCOMPLETE');
  });
});
