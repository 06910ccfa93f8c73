import fc from 'fast-check';
import { decideTopics, type TopicCommand } from './decide-topics.ts';
import {
  emptyPlan,
  evolvePlan,
  isPlanned,
  type PlanTold,
  replayPlan,
  type TopicPlan,
} from './topic-plan.ts';

const started = (at: number): PlanTold => ({ type: 'SESSION_STARTED', at, payload: {} });

/** Does the commands one after the other, a second apart; those that are refused do nothing. */
function doing(commands: readonly (TopicCommand | 'START_SESSION')[]): {
  readonly plan: TopicPlan;
  readonly told: readonly PlanTold[];
  readonly refused: readonly string[];
} {
  const told: PlanTold[] = [];
  const refused: string[] = [];
  let plan = emptyPlan;
  commands.forEach((command, second) => {
    const event = command === 'START_SESSION' ? started(second) : eventOf(plan, command, second);
    if (!event) return;
    told.push(event);
    plan = evolvePlan(plan, event);
  });
  return { plan, told, refused };

  function eventOf(now: TopicPlan, command: TopicCommand, second: number): PlanTold | null {
    const decision = decideTopics(now, command, second);
    if ('event' in decision) return decision.event;
    refused.push(decision.rejected);
    return null;
  }
}

const add = (topicId: string, afterId?: string | null): TopicCommand => ({
  type: 'ADD',
  topicId,
  title: `title of ${topicId}`,
  afterId,
});
const of = (type: 'REMOVE' | 'RESTORE' | 'START' | 'FINISH' | 'REOPEN', topicId: string) => ({
  type,
  topicId,
});
const move = (topicId: string, afterId: string | null): TopicCommand => ({
  type: 'MOVE',
  topicId,
  afterId,
});
const three = [add('a'), add('b'), add('c')];

/** The plan in short: in order, `*` for the current one, `+` for done. */
function short({ topics, currentId }: TopicPlan): string {
  return topics
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, doneAt }) => `${id}${doneAt === null ? '' : '+'}${id === currentId ? '*' : ''}`)
    .join(' ');
}

describe('the plan of topics', () => {
  const rows: readonly [string, readonly (TopicCommand | 'START_SESSION')[], string][] = [
    ['ROOM-5 is in the order in which it was planned', three, 'a b c'],
    [
      'ROOM-5 has its first topic current when the session starts',
      [...three, 'START_SESSION'],
      'a* b c',
    ],
    [
      'ROOM-5 begins where the mentor chose to',
      [...three, of('START', 'b'), 'START_SESSION'],
      'a b* c',
    ],
    [
      'ROOM-5 moves on to the next one when a topic is done',
      [...three, 'START_SESSION', of('FINISH', 'a')],
      'a+ b* c',
    ],
    [
      'ROOM-5 goes on behind the topic that was done, then comes back to what was left',
      [...three, 'START_SESSION', of('START', 'b'), of('FINISH', 'b'), of('FINISH', 'c')],
      'a* b+ c+',
    ],
    [
      'ROOM-5 has no current topic when all are done',
      [add('a'), 'START_SESSION', of('FINISH', 'a')],
      'a+',
    ],
    [
      'ROOM-5 goes on with what is added when all are done',
      [add('a'), 'START_SESSION', of('FINISH', 'a'), add('b')],
      'a+ b*',
    ],
    [
      'ROOM-5 keeps the current topic when another is put before it',
      [...three, 'START_SESSION', add('d', null), move('c', null)],
      'c d a* b',
    ],
    [
      'ROOM-5 leaves the current topic alone when another one is done',
      [...three, 'START_SESSION', of('FINISH', 'c')],
      'a* b c+',
    ],
    [
      'ROOM-5 moves on from a topic that is removed',
      [...three, 'START_SESSION', of('REMOVE', 'a')],
      'b* c',
    ],
    [
      'ROOM-5 brings a removed topic back to its place',
      [...three, 'START_SESSION', of('REMOVE', 'b'), of('RESTORE', 'b')],
      'a* b c',
    ],
    [
      'ROOM-5 puts a topic behind one that another tab has removed',
      [...three, of('REMOVE', 'b'), move('a', 'b')],
      'a c',
    ],
    [
      'ROOM-5 takes the mark of a topic back',
      [...three, 'START_SESSION', of('FINISH', 'a'), of('REOPEN', 'a')],
      'a b* c',
    ],
    [
      'ROOM-5 comes back to a topic that was done',
      [...three, 'START_SESSION', of('FINISH', 'a'), of('START', 'a')],
      'a* b c',
    ],
    ['ROOM-5 has a topic once, however often it is sent', [...three, add('a'), add('b')], 'a b c'],
  ];
  for (const [title, commands, expected] of rows) {
    it(title, () => {
      expect(short(doing(commands).plan)).toBe(expected);
    });
  }

  const refusals: readonly [string, readonly TopicCommand[], string][] = [
    ['a topic that is not there', [of('FINISH', 'x')], 'GONE'],
    ['a topic that was removed', [add('a'), of('REMOVE', 'a'), of('START', 'a')], 'GONE'],
    ['a place that is not there', [add('a'), move('a', 'x')], 'NO_SUCH_PLACE'],
    ['a name of two lines', [{ ...add('a'), title: 'a\nb' } as TopicCommand], 'TITLE'],
    ['an empty name', [add('a'), { type: 'RENAME', topicId: 'a', title: ' ' }], 'TITLE'],
    ['more than fifty', Array.from({ length: 51 }, (_, index) => add(String(index))), 'TOO_MANY'],
  ];
  for (const [title, commands, expected] of refusals) {
    it(`ROOM-5 refuses ${title}`, () => {
      expect(doing(commands).refused).toEqual([expected]);
    });
  }

  it('ROOM-5 keeps when each topic was the current one', () => {
    const commands = [...three, 'START_SESSION' as const, of('FINISH', 'a'), of('START', 'a')];
    expect(doing(commands).plan.topics.map(({ spells }) => spells)).toEqual([
      [
        { from: 3, to: 4 },
        { from: 5, to: null },
      ],
      [{ from: 4, to: 5 }],
      [],
    ]);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const command: fc.Arbitrary<TopicCommand> = fc.oneof(
  fc.tuple(id, fc.option(id)).map(([topicId, afterId]) => add(topicId, afterId)),
  fc.tuple(id, fc.option(id)).map(([topicId, afterId]) => move(topicId, afterId)),
  fc.tuple(id, id).map(([topicId, title]) => ({ type: 'RENAME' as const, topicId, title })),
  fc
    .tuple(fc.constantFrom('REMOVE' as const, 'RESTORE', 'START', 'FINISH', 'REOPEN'), id)
    .map(([type, topicId]) => of(type, topicId)),
);
const tab = fc.array(command, { maxLength: 15 });

/** What two tabs do, in one of the orders in which it can arrive, and the start somewhere in between. */
const story = fc
  .record({ one: tab, other: tab, start: fc.nat(30), turns: fc.array(fc.boolean()) })
  .map(({ one, other, start, turns }) => {
    const left = [...one];
    const right = [...other];
    const commands: (TopicCommand | 'START_SESSION')[] = [];
    for (const turn of turns) commands.push(...(turn ? left : right).splice(0, 1));
    return [...commands, ...left, ...right].toSpliced(start, 0, 'START_SESSION');
  });

describe('the plan of topics, whatever two tabs do', () => {
  it('ROOM-5 is what a replay of its events says', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const { plan, told } = doing(commands);
        expect(replayPlan(told)).toEqual(plan);
      }),
    );
  });

  it('ROOM-5 does not change by a command that comes twice', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const twice = commands.flatMap((one) => [one, one]);
        const order = ({ plan }: { readonly plan: TopicPlan }) => short(plan);
        expect(order(doing(twice))).toBe(order(doing(commands)));
      }),
    );
  });

  it('ROOM-5 has one current topic while one is planned, and time for one at a time', () => {
    fc.assert(
      fc.property(story, (commands) => {
        const { plan } = doing(commands);
        const current = plan.topics.find((topic) => topic.id === plan.currentId);
        if (plan.hasStarted && plan.topics.some(isPlanned)) expect(current).toBeDefined();
        if (current) expect(isPlanned(current)).toBeTrue();
        const spells = plan.topics.flatMap((topic) => topic.spells).sort((a, b) => a.from - b.from);
        spells.slice(1).forEach((spell, index) => {
          expect(spells[index]?.to ?? Infinity).toBeLessThanOrEqual(spell.from);
        });
        const open = plan.topics.filter((topic) => topic.spells.at(-1)?.to === null);
        expect(open.map((topic) => topic.id)).toEqual(
          plan.hasStarted && current ? [current.id] : [],
        );
        expect(new Set(plan.topics.map((topic) => topic.id)).size).toBe(plan.topics.length);
      }),
    );
  });
});
