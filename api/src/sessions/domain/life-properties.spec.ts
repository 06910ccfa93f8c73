import fc from 'fast-check';
import { activeMsUntil, plannedMs } from './active-time.ts';
import { decide, type Observation, type SessionCommand } from './decide.ts';
import { dueEvents, nextDueAt } from './due.ts';
import { at, learner, LifeStory, mentor } from './life-story.testing.ts';
import type { LeaveReason, SessionEvent, SessionStatus } from './session-event.ts';
import { defaultRules as rules } from './session-rules.ts';
import { evolve, participantsOf, replay, type SessionState } from './session-state.ts';
import { inRoomMs, staysOf, type Stay } from './stays.ts';
import { holds, same } from './true-history.testing.ts';

const sid = fc.constantFrom('a', 'b', 'c', 'd');
const anyone = fc.constantFrom(mentor, learner, mentor, learner, 'stranger');
const reason = fc.constantFrom<LeaveReason>('PAGE_CLOSED', 'LEFT_BY_CHOICE', 'CONNECTION_FAILED');
const instant = fc.integer({ min: -40, max: 140 }).map((value) => at(value / 2));
const attending = fc.constantFrom([], [], [mentor], [learner, mentor]);

const observation: fc.Arbitrary<Observation> = fc.oneof(
  fc.record({
    kind: fc.constant('JOINED' as const),
    sid,
    personId: anyone,
    connectionId: sid,
    at: instant,
  }),
  fc.record({ kind: fc.constant('LEFT' as const), sid, personId: anyone, reason, at: instant }),
  fc.record({ kind: fc.constant('LOST' as const), sid, at: instant, lastSeenAt: instant }),
  fc.record({ kind: fc.constant('SEEN' as const), sid, at: instant }),
  fc.record({ kind: fc.constant('SILENT' as const), sid, from: instant, at: instant }),
);

const command: fc.Arbitrary<SessionCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('OBSERVE' as const),
      observations: fc.array(observation, { maxLength: 4 }),
      attending,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('TICK' as const), attending }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('END' as const), personId: anyone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('AGREE_TO_FINISH' as const, 'WITHDRAW_FINISH' as const),
      personId: anyone,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('RESCHEDULE' as const),
      personId: anyone,
      startsAt: instant,
      endsAt: instant,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('PROPOSE_RESCHEDULE' as const),
      personId: anyone,
      proposalId: sid,
      times: fc
        .array(instant, { maxLength: 3 })
        .map((starts) => starts.map((startsAt) => ({ startsAt, endsAt: startsAt + 3_600_000 }))),
      note: sid,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('ACCEPT_RESCHEDULE' as const),
      personId: anyone,
      proposalId: sid,
      startsAt: instant,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('CANCEL' as const), personId: anyone, reason: sid }),
  },
);

interface Step {
  readonly command: SessionCommand;
  readonly waitMinutes: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ command, waitMinutes: fc.integer({ min: 0, max: 12 }) }),
  { maxLength: 20 },
);

/** Runs the steps and looks at the session after each; gives the minute of the last. */
function live(
  story: LifeStory,
  all: readonly Step[],
  look: (now: number) => void = () => undefined,
): number {
  let now = -20;
  for (const { command: next, waitMinutes } of all) {
    now += waitMinutes;
    story.tries(now, next);
    look(at(now));
  }
  return now;
}

const allowed: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  SCHEDULED: ['WAITING', 'ENDED'],
  WAITING: ['SCHEDULED', 'ACTIVE', 'ENDED'],
  ACTIVE: ['PAUSED', 'ENDED'],
  PAUSED: ['ACTIVE', 'ENDED'],
  ENDED: [],
};

function areApart(stays: readonly Stay[]): boolean {
  return stays.every(({ from, to }, index) => {
    const next = stays[index + 1];
    return (to ?? Infinity) >= from && (!next || (to !== null && to < next.from));
  });
}

/** What is impossible about a state, in words. */
function impossibilities(state: SessionState, now: number): readonly string[] {
  const until = state.status === 'ENDED' ? state.endedAt : now;
  const activeMs = activeMsUntil(state, until, rules);
  const openMs = Math.max(0, until - (state.plan.startsAt - rules.joinWindowMs));
  const persons = participantsOf(state.plan).flatMap((personId) => {
    const ownMs = inRoomMs(state, personId, until, rules);
    return [
      ...(activeMs > ownMs ? [`more active time than ${personId} was there`] : []),
      ...(ownMs > openMs ? [`${personId} was there for longer than the room was open`] : []),
      ...(areApart(staysOf(state, personId, rules)) ? [] : [`${personId} was there twice`]),
    ];
  });
  const isEnded = state.status === 'ENDED';
  return [
    ...persons,
    ...(activeMs > plannedMs(state.plan) ? ['more active time than was planned'] : []),
    ...(isEnded && state.endedAt > now ? ['ended in the future'] : []),
    ...(isEnded && state.endedAt < (state.actualStart ?? -Infinity)
      ? ['ended before the start']
      : []),
  ];
}

/** What is impossible about a step of the log, in words. */
function missteps(from: SessionState, event: SessionEvent, to: SessionState): readonly string[] {
  const isMove = to.status !== from.status;
  const isRestart = from.actualStart !== null && from.actualStart !== to.actualStart;
  return [
    ...(isMove && !allowed[from.status].includes(to.status)
      ? [`${from.status} to ${to.status}`]
      : []),
    ...(isRestart ? ['a second start'] : []),
    ...(from.status === 'ENDED' && bare(from) !== bare(to) ? ['a change after the end'] : []),
    ...(to === from && !isEndOfCancelled(from, event) ? [`${event.type} without effect`] : []),
  ];
}

/** A state without what is observed. */
function bare(state: SessionState): string {
  return fc.stringify({ ...state, connections: null });
}

/** A cancellation ends by itself; the end is told all the same. */
function isEndOfCancelled(from: SessionState, { type }: SessionEvent): boolean {
  return type === 'SESSION_ENDED' && from.status === 'ENDED' && from.endReason === 'CANCELLED';
}

const anyLife = fc.record({ all: steps, hasAlarms: fc.boolean() });

describe('any sequence of commands', () => {
  it('LIFE-9 reaches no impossible state', () => {
    holds(
      fc.property(anyLife, ({ all, hasAlarms }) => {
        const story = new LifeStory({ hasAlarms });
        live(story, all, (now) => {
          same(impossibilities(story.state, now), []);
        });
      }),
      1500,
    );
  });

  it('LIFE-1 moves only along the table, starts once and ends once', () => {
    holds(
      fc.property(anyLife, ({ all, hasAlarms }) => {
        const story = new LifeStory({ hasAlarms });
        live(story, all);
        let state = replay(story.log.slice(0, 1));
        for (const event of story.log.slice(1)) {
          const next = evolve(state, event);
          same(missteps(state, event, next), []);
          state = next;
        }
        const count = (type: string) => story.log.filter((event) => event.type === type).length;
        same(count('SESSION_STARTED'), state.actualStart === null ? 0 : 1);
        same(count('SESSION_ENDED'), state.status === 'ENDED' ? 1 : 0);
      }),
      1500,
    );
  });

  it('LIFE-9 is the same when the log is replayed', () => {
    holds(
      fc.property(anyLife, ({ all, hasAlarms }) => {
        const story = new LifeStory({ hasAlarms });
        live(story, all);
        same(replay(story.log), story.state);
      }),
    );
  });

  it('LIFE-9 leaves nothing for a second tick', () => {
    holds(
      fc.property(steps, attending, fc.integer({ min: 0, max: 60 }), (all, who, wait) => {
        const story = new LifeStory({ hasAlarms: false });
        const now = live(story, all) + wait;
        const tick = { type: 'TICK', attending: who } as const;
        story.does(now, tick);
        same(decide(story.state, tick, at(now), rules), { events: [] });
      }),
      1500,
    );
  });

  it('LIFE-9 comes to the same whether alarms ring in time or late', () => {
    holds(
      fc.property(steps, attending, fc.integer({ min: 0, max: 120 }), (all, who, wait) => {
        const story = new LifeStory({ hasAlarms: false });
        const now = live(story, all);
        const until = at(now + wait);
        const inTime = ring(story.state, { from: at(now), until }, who);
        const late = dueEvents(story.state, until, rules, who).reduce<SessionState>(
          evolve,
          story.state,
        );
        same(late, inTime);
      }),
      1500,
    );
  });

  it('LIFE-9 knows when the next thing is due, and nothing is before', () => {
    holds(
      fc.property(steps, fc.integer({ min: 0, max: 999 }), (all, part) => {
        const story = new LifeStory({ hasAlarms: false });
        const now = live(story, all);
        story.tick(now);
        const dueAt = nextDueAt(story.state, at(now), rules, []) ?? Infinity;
        same(dueAt === Infinity, story.state.status === 'ENDED');
        if (dueAt === Infinity) return;
        same(dueAt > at(now), true);
        const before = at(now) + Math.floor(((dueAt - at(now) - 1) * part) / 1000);
        same(dueEvents(story.state, before, rules, []), []);
        same(dueEvents(story.state, dueAt, rules, [])[0]?.at, dueAt);
      }),
      1500,
    );
  });
});

/** Rings every alarm at its time. */
function ring(
  state: SessionState,
  { from, until }: { readonly from: number; readonly until: number },
  who: readonly string[],
): SessionState {
  let [now, present] = [from, state];
  for (;;) {
    present = dueEvents(present, now, rules, who).reduce<SessionState>(evolve, present);
    const next = nextDueAt(present, now, rules, who);
    if (next === null || next > until) return present;
    now = Math.max(next, now);
  }
}
