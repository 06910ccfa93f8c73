import fc from 'fast-check';
import { at, learner, LifeStory, mentor, type Who } from './life-story.testing.ts';
import type { Rejection } from './decide.ts';
import type { ProposalOrder, WantedTimes } from './reschedule.ts';
import { checkTimes, openProposal } from './reschedule.ts';
import type { SessionStatus } from './session-event.ts';
import { replay } from './session-state.ts';

/** A time of an hour, so many minutes after the planned start. */
function time(minute: number, length = 60) {
  return { startsAt: at(minute), endsAt: at(minute + length) };
}

function proposal(personId: string, proposalId: string, ...minutes: readonly number[]) {
  const times = minutes.map((minute) => time(minute));
  return { type: 'PROPOSE_RESCHEDULE', personId, proposalId, times, note: 'ill' } as const;
}

function acceptance(personId: string, proposalId: string, minute: number) {
  return { type: 'ACCEPT_RESCHEDULE', personId, proposalId, startsAt: at(minute) } as const;
}

function decline(personId: string, proposalId: string) {
  return { type: 'DECLINE_RESCHEDULE', personId, proposalId, reason: 'busy' } as const;
}

function withdrawal(personId: string, proposalId: string) {
  return { type: 'WITHDRAW_RESCHEDULE', personId, proposalId } as const;
}

type Tale = (story: LifeStory) => LifeStory;

const proposed: Tale = (story) => story.does(-60, proposal(learner, 'p', 120, 300));

describe('a proposal of other times', () => {
  it('PRE-11 awaits an answer, the earliest time first', () => {
    const { state } = new LifeStory().does(-60, proposal(learner, 'p', 300, 120));
    const note = 'ill';
    const times = [time(120), time(300)];
    expect(openProposal(state)).toEqual({ id: 'p', by: learner, at: at(-60), note, times });
  });

  it('PRE-11 moves the session once the other accepts one of its times', () => {
    const story = proposed(new LifeStory()).does(-50, acceptance(mentor, 'p', 300));
    expect(story.state.plan).toEqual(jasmine.objectContaining(time(300)));
    expect(openProposal(story.state)).toBeNull();
    expect(story.state.calendarSequence).toBe(1);
    expect(story.news()).toEqual(['RESCHEDULE_PROPOSED -60', 'RESCHEDULED -50']);
  });

  it('PRE-11 is closed by an answer, and the plan stays', () => {
    for (const answer of [decline(mentor, 'p'), withdrawal(learner, 'p')]) {
      const { state } = proposed(new LifeStory()).does(-50, answer);
      expect(openProposal(state)).toBeNull();
      expect(state.plan).toEqual(jasmine.objectContaining(time(0)));
      expect(state.calendarSequence).toBe(0);
    }
  });

  it('PRE-11 takes the place of the one before, whoever made that', () => {
    for (const person of [mentor, learner]) {
      const { state } = proposed(new LifeStory()).does(-50, proposal(person, 'q', 500));
      expect(openProposal(state)?.id).toBe('q');
    }
  });

  it('PRE-11 can be made while one waits for the other', () => {
    const story = new LifeStory().joins(0, mentor).does(5, proposal(mentor, 'p', 120));
    expect(story.does(6, acceptance(learner, 'p', 120)).state.plan.startsAt).toBe(at(120));
  });

  it('PRE-11 stays open while the first of them comes, and is closed by the start', () => {
    const story = proposed(new LifeStory()).joins(-5, mentor);
    expect(story.state.status).toBe('WAITING');
    expect(openProposal(story.state)?.id).toBe('p');
    expect(openProposal(story.joins(0, learner).state)).toBeNull();
  });

  const closing: readonly [string, Tale][] = [
    ['a cancel', (story) => story.cancel(-40)],
    ['a no-show', (story) => story.tick(200)],
    ['another time', (story) => story.reschedule(-40, 60, 120)],
  ];
  for (const [what, tale] of closing) {
    it(`PRE-11 is closed by ${what}`, () => {
      expect(openProposal(tale(proposed(new LifeStory())).state)).toBeNull();
    });
  }

  const refused: readonly [string, Tale, number, ProposalOrder, Rejection][] = [
    ['of a stranger', proposed, 0, proposal('stranger', 'q', 120), 'NOT_A_PARTICIPANT'],
    ['without a time', proposed, 0, proposal(mentor, 'q'), 'INVALID_TIMES'],
    [
      'of more than five',
      proposed,
      0,
      proposal(mentor, 'q', 61, 62, 63, 64, 65, 66),
      'INVALID_TIMES',
    ],
    ['of a time that has come', proposed, 0, proposal(mentor, 'q', 0, 70), 'INVALID_TIMES'],
    ['of the time that is planned', proposed, -60, proposal(mentor, 'q', 0), 'INVALID_TIMES'],
    [
      'after the start',
      (story) => story.joins(0, mentor).joins(0, learner),
      1,
      proposal(mentor, 'q', 120),
      'SESSION_ALREADY_STARTED',
    ],
    [
      'after the end',
      (story) => story.cancel(-9),
      0,
      proposal(mentor, 'q', 120),
      'SESSION_ALREADY_ENDED',
    ],
  ];
  for (const [what, tale, minute, order, expected] of refused) {
    it(`PRE-11 is refused ${what}`, () => {
      expect(tale(new LifeStory()).tries(minute, order)).toBe(expected);
    });
  }

  const unanswered: readonly [string, number, ProposalOrder, Rejection][] = [
    ['accepted by who made it', 0, acceptance(learner, 'p', 120), 'OWN_PROPOSAL'],
    ['declined by who made it', 0, decline(learner, 'p'), 'OWN_PROPOSAL'],
    ['taken back by the other', 0, withdrawal(mentor, 'p'), 'NOT_THE_PROPOSER'],
    ['answered by a stranger', 0, acceptance('stranger', 'p', 120), 'NOT_A_PARTICIPANT'],
    ['answered under another name', 0, acceptance(mentor, 'q', 120), 'NO_SUCH_PROPOSAL'],
    ['accepted at a time of one’s own', 0, acceptance(mentor, 'p', 121), 'INVALID_TIMES'],
  ];
  for (const [what, minute, order, expected] of unanswered) {
    it(`PRE-11 is not ${what}`, () => {
      expect(proposed(new LifeStory()).tries(minute, order)).toBe(expected);
    });
  }

  it('PRE-11 is not accepted at a time that has passed', () => {
    const story = new LifeStory().joins(0, mentor).does(1, proposal(mentor, 'p', 5, 90));
    expect(story.tries(5, acceptance(learner, 'p', 5))).toBe('TIME_PASSED');
    expect(story.tries(6, acceptance(learner, 'p', 90))).toBeNull();
  });

  it('PRE-11 counts every change of the calendar, the cancel too', () => {
    const story = proposed(new LifeStory()).does(-50, acceptance(mentor, 'p', 300));
    story.does(-45, proposal(mentor, 'q', 400)).does(-44, acceptance(learner, 'q', 400));
    expect(story.state.calendarSequence).toBe(2);
    expect(story.cancel(-40).state.calendarSequence).toBe(3);
  });
});

describe('checkTimes', () => {
  const now = at(0);
  const faults: readonly [string, WantedTimes, string][] = [
    ['a note without end', { times: [time(10)], note: 'a'.repeat(501) }, 'note'],
    ['no time', { times: [], note: '' }, 'times'],
    ['six times', { times: [1, 2, 3, 4, 5, 6].map((one) => time(one)), note: '' }, 'times'],
    ['two lengths of one start', { times: [time(10), time(10, 30)], note: '' }, 'times'],
    ['a start that is now', { times: [time(0)], note: '' }, 'times'],
    ['less than five minutes', { times: [time(10, 4)], note: '' }, 'times'],
    ['more than eight hours', { times: [time(10, 481)], note: '' }, 'times'],
  ];
  for (const [what, wanted, field] of faults) {
    it(`PRE-11 refuses ${what}`, () => {
      const checked = checkTimes(wanted, now);
      expect('fault' in checked && checked.fault.field).toBe(field);
    });
  }

  it('PRE-11 takes each time once, in order, and cuts blanks', () => {
    const times = [time(30), time(10), time(30)];
    expect(checkTimes({ times, note: ' ill ' }, now)).toEqual({
      wanted: { times: [time(10), time(30)], note: 'ill' },
    });
  });
});

describe('a negotiation, whatever the two do', () => {
  const who = fc.constantFrom<Who>(mentor, learner);
  const name = fc.constantFrom('p', 'q', 'r');
  const minute = fc.integer({ min: -100, max: 600 });
  const order: fc.Arbitrary<ProposalOrder> = fc.oneof(
    fc
      .tuple(who, name, fc.array(minute, { maxLength: 6 }))
      .map(([person, id, minutes]) => proposal(person, id, ...minutes)),
    fc.tuple(who, name, minute).map(([person, id, one]) => acceptance(person, id, one)),
    fc.tuple(who, name).map(([person, id]) => decline(person, id)),
    fc.tuple(who, name).map(([person, id]) => withdrawal(person, id)),
  );
  const deed = fc.record({
    order,
    wait: fc.integer({ min: 0, max: 20 }),
    comes: fc.option(who, { freq: 8 }),
    acceptsAny: fc.boolean(),
  });

  /** What was done, with an acceptance of an open time every now and then. */
  function live(deeds: readonly (typeof deed extends fc.Arbitrary<infer D> ? D : never)[]) {
    const story = new LifeStory();
    let now = -120;
    for (const { order: next, wait, comes, acceptsAny } of deeds) {
      now += wait;
      if (comes) story.joins(now, comes);
      const before = story.state;
      const open = openProposal(before);
      const chosen = open?.times[0]?.startsAt;
      if (acceptsAny && open && chosen !== undefined) {
        const other = open.by === mentor ? learner : mentor;
        const accept = { type: 'ACCEPT_RESCHEDULE', personId: other, startsAt: chosen } as const;
        story.tries(now, { ...accept, proposalId: open.id });
      } else story.tries(now, next);
    }
    return story;
  }

  const over: readonly SessionStatus[] = ['ACTIVE', 'PAUSED', 'ENDED'];

  it('PRE-11 leaves a proposal of 1 to 5 later times open, or none', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const { state } = live(deeds);
        const open = openProposal(state);
        if (!open) return true;
        const isPossible = open.times.length >= 1 && open.times.length <= 5;
        const isLater = open.times.every(({ startsAt }) => startsAt > open.at);
        return isPossible && isLater && !over.includes(state.status);
      }),
    );
  });

  it('PRE-11 moves a session only to a time that the other proposed, and that was to come', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const { log } = live(deeds);
        return log.every((event, index) => {
          if (event.type !== 'SESSION_RESCHEDULED') return true;
          const open = openProposal(replay(log.slice(0, index)));
          const { startsAt, endsAt } = event.payload;
          const isProposed = open?.times.some(
            (one) => one.startsAt === startsAt && one.endsAt === endsAt,
          );
          return isProposed === true && open?.by !== event.personId && startsAt > event.at;
        });
      }),
    );
  });

  it('PRE-11 counts as many changes as there were, and replays to the same', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const { log, state } = live(deeds);
        const moves = log.filter(({ type }) => type === 'SESSION_RESCHEDULED').length;
        expect(replay(log)).toEqual(state);
        return state.calendarSequence === moves;
      }),
    );
  });

  it('PRE-11 does happen in these stories', () => {
    const sample = fc.sample(fc.array(deed, { minLength: 8, maxLength: 15 }), {
      seed: 1,
      numRuns: 50,
    });
    const moved = sample.filter((deeds) => live(deeds).state.calendarSequence > 0);
    expect(moved.length).toBeGreaterThan(5);
  });
});
