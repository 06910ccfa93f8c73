import { at, learner, LifeStory, mentor } from './life-story.testing.ts';
import type { SessionEvent } from './session-event.ts';
import { evolve, replay } from './session-state.ts';

type Tale = (story: LifeStory) => LifeStory;

const scheduled: Tale = (story) => story;
const waiting: Tale = (story) => story.joins(0, mentor);
const active: Tale = (story) => waiting(story).joins(0, learner);
const paused: Tale = (story) => active(story).leaves(5, learner);
const ended: Tale = (story) => active(story).end(5);

const news = { personId: null, at: at(20), payload: {} };
const end = (reason: 'TIME_UP' | 'NO_SHOW' | 'CANCELLED'): SessionEvent => ({
  ...news,
  type: 'SESSION_ENDED',
  payload: { reason, outcome: 'INCOMPLETE' },
});
const minutes = { ...news, type: 'TIME_LEFT_ANNOUNCED', payload: { minutes: 5 } } as const;
const noticed = { ...news, type: 'NO_SHOW_NOTICED', payload: { missing: [learner] } } as const;
const agreed = { ...news, type: 'FINISH_AGREED', personId: mentor } as const;
const moved = {
  ...news,
  type: 'SESSION_RESCHEDULED',
  payload: { startsAt: 1, endsAt: 2 },
} as const;
const cancelled = {
  ...news,
  type: 'SESSION_CANCELLED',
  payload: { reason: '', by: null },
} as const;
const proposed: SessionEvent = {
  ...news,
  type: 'RESCHEDULE_PROPOSED',
  personId: mentor,
  payload: { proposalId: 'p', times: [{ startsAt: 1, endsAt: 2 }], note: '' },
};
const declined: SessionEvent = {
  ...news,
  type: 'RESCHEDULE_DECLINED',
  personId: learner,
  payload: { proposalId: 'p', reason: '' },
};
const planned: SessionEvent = {
  ...news,
  type: 'SESSION_SCHEDULED',
  payload: { mentorId: 'a', learnerId: 'b', startsAt: 1, endsAt: 2 },
};

describe('evolve', () => {
  const refused: readonly [string, Tale, SessionEvent][] = [
    ['a second plan', scheduled, planned],
    ['a start without anybody', scheduled, { ...news, type: 'SESSION_STARTED' }],
    ['a pause before the start', waiting, { ...news, type: 'SESSION_PAUSED' }],
    ['a second waiting', waiting, { ...news, type: 'SESSION_WAITING' }],
    ['a second start', active, { ...news, type: 'SESSION_STARTED' }],
    ['a start in a pause', paused, { ...news, type: 'SESSION_STARTED' }],
    ['waiting after the start', active, { ...news, type: 'SESSION_WAITING' }],
    ['going on without a pause', active, { ...news, type: 'SESSION_RESUMED' }],
    ['a pause in a pause', paused, { ...news, type: 'SESSION_PAUSED' }],
    ['time left before the start', waiting, minutes],
    ['a no-show after the start', active, noticed],
    ['a no-show of nobody who waits', scheduled, noticed],
    ['an agreement before the start', waiting, agreed],
    ['an agreement of a stranger', active, { ...agreed, personId: 'stranger' }],
    ['taking back what nobody asked', active, { ...agreed, type: 'FINISH_WITHDRAWN' }],
    ['another time after the start', active, moved],
    ['a proposal after the start', paused, proposed],
    ['an answer where nothing is proposed', waiting, declined],
    ['a cancel after the start', active, cancelled],
    ['the end of the time before the start', waiting, end('TIME_UP')],
    ['a no-show of two who met', active, end('NO_SHOW')],
    ['a cancelled end without a cancel', waiting, end('CANCELLED')],
    ['a pause after the end', ended, { ...news, type: 'SESSION_PAUSED' }],
    ['another time after the end', ended, moved],
    ['a proposal after the end', ended, proposed],
    ['a cancel after the end', ended, cancelled],
    ['a second end', ended, end('TIME_UP')],
    ['an agreement after the end', ended, agreed],
  ];
  for (const [what, tale, event] of refused) {
    it(`LIFE-1 does not admit ${what}`, () => {
      const { state } = tale(new LifeStory());
      expect(evolve(state, event)).toBe(state);
    });
  }

  it('LIFE-9 does not depend on chat and feedback', () => {
    const { state } = active(new LifeStory());
    const message = {
      ...news,
      personId: mentor,
      type: 'MESSAGE_SENT',
      payload: { messageId: 'm' },
    } as const;
    const stars = {
      ...news,
      personId: mentor,
      type: 'FEEDBACK_GIVEN',
      payload: { rating: 5 },
    } as const;
    expect(replay([...active(new LifeStory()).log, message, stars])).toEqual(state);
  });

  it('LIFE-9 needs a plan to begin with', () => {
    expect(() => evolve(null, end('TIME_UP'))).toThrowError(/begins with SESSION_SCHEDULED/);
    expect(() => replay([])).toThrowError(/not empty/);
  });
});
