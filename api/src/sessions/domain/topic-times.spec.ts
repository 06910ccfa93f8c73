import fc from 'fast-check';
import { activeMsUntil } from './active-time.ts';
import { at, LifeStory, minuteMs } from './life-story.testing.ts';
import { defaultRules as rules } from './session-rules.ts';
import { type KeptTopic, topicStandings } from './topic-times.ts';
import { exactly, history } from './true-history.testing.ts';

function aTopic(id: string, parts: Partial<KeptTopic> = {}): KeptTopic {
  return { id, doneAt: null, removedAt: null, isCurrent: false, spells: [], ...parts };
}

/** Both come at 0, the learner is away from 10 to 20, and the mentor ends it at 50. */
function met(): LifeStory {
  return new LifeStory()
    .joins(0, 'mentor')
    .joins(0, 'learner')
    .leaves(10, 'learner')
    .joins(20, 'learner', 'learner again');
}

function minutesAt(minute: number, topics: readonly KeptTopic[], story = met()): string {
  const standings = topicStandings(topics, story.state, at(minute), story.rules);
  return topics
    .map(({ id }) => {
      const standing = standings.get(id);
      return `${id} ${standing?.state ?? ''} ${String((standing?.activeMs ?? NaN) / minuteMs)}`;
    })
    .join(', ');
}

describe('topicStandings', () => {
  const plan = [aTopic('a'), aTopic('b')];
  const split = [
    aTopic('a', { doneAt: at(15), spells: [{ from: at(0), to: at(15) }] }),
    aTopic('b', { isCurrent: true, spells: [{ from: at(15), to: null }] }),
  ];

  it('ROOM-5 nothing is current before the session starts', () => {
    const waiting = new LifeStory().joins(0, 'mentor');
    expect(minutesAt(5, plan, waiting)).toBe('a PLANNED 0, b PLANNED 0');
  });

  it('ROOM-5 the first one is current from the start, without anybody saying so', () => {
    expect(minutesAt(5, plan)).toBe('a CURRENT 5, b PLANNED 0');
  });

  it('ROOM-5 the first one is current that is still planned', () => {
    const begun = [aTopic('x', { removedAt: at(-9) }), aTopic('y', { doneAt: at(-5) }), ...plan];
    expect(minutesAt(5, begun)).toBe('x PLANNED 0, y DONE 0, a CURRENT 5, b PLANNED 0');
  });

  it('ROOM-5 the one is current that the mentor chose to begin with', () => {
    const chosen = [aTopic('a'), aTopic('b', { isCurrent: true })];
    expect(minutesAt(5, chosen)).toBe('a PLANNED 0, b CURRENT 5');
  });

  it('LIFE-8 a topic has the active time while it was current, without that of a pause', () => {
    expect(minutesAt(15, split)).toBe('a DONE 10, b CURRENT 0');
    expect(minutesAt(30, split)).toBe('a DONE 10, b CURRENT 10');
  });

  it('LIFE-8 the time of topics stands when the session has ended', () => {
    expect(minutesAt(90, split, met().end(50))).toBe('a DONE 10, b CURRENT 30');
  });

  const cuts = fc.uniqueArray(fc.integer({ min: -14, max: 80 }), { maxLength: 6 });

  it('LIFE-8 topics never have more time together than the session had', () => {
    fc.assert(
      fc.property(history, cuts, fc.integer({ min: 0, max: 90 }), (connections, minutes, now) => {
        const story = new LifeStory({ hasAlarms: false }).told(50, ...connections.flatMap(exactly));
        const bounds = [...minutes].sort((a, b) => a - b);
        const topics = bounds.map((from, index) => {
          const end = bounds[index + 1];
          const to = end === undefined ? null : at(end);
          const spells = [{ from: at(from), to }];
          return aTopic(String(index), { isCurrent: to === null, spells });
        });
        const standings = topicStandings(topics, story.state, at(now), rules);
        const sum = [...standings.values()].reduce((ms, { activeMs }) => ms + activeMs, 0);
        expect(sum).toBeLessThanOrEqual(activeMsUntil(story.state, at(now), rules));
      }),
    );
  });

  it('LIFE-8 a topic that is always current has all the time since the start', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 50, max: 90 }), (connections, now) => {
        const story = new LifeStory({ hasAlarms: false }).told(50, ...connections.flatMap(exactly));
        const { actualStart } = story.state;
        fc.pre(actualStart !== null);
        const active = (until: number) => activeMsUntil(story.state, until, rules);
        const standings = topicStandings([aTopic('a')], story.state, at(now), rules);
        expect(standings.get('a')?.activeMs).toBe(active(at(now)) - active(actualStart));
      }),
    );
  });
});
