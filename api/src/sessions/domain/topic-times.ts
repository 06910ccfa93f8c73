import { instantOfLength, plannedMs, timesTogether } from './active-time.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';
import type { Stay } from './stays.ts';

export type TopicState = 'PLANNED' | 'CURRENT' | 'DONE';

/** A topic of the plan as it is kept. */
export interface KeptTopic {
  readonly id: string;
  readonly doneAt: number | null;
  readonly removedAt: number | null;
  /** Whether it is the current one; before the start: the one to begin with. */
  readonly isCurrent: boolean;
  /** When it was the current one. */
  readonly spells: readonly Stay[];
}

/** How a topic stands at a time. */
export interface TopicStanding {
  readonly state: TopicState;
  /** Active time of the session while it was current. */
  readonly activeMs: number;
  /** When the session first came to it. */
  readonly startedAt: number | null;
}

/**
 * How the topics of a session stand, by their identifiers. The plan is written when somebody changes
 * it, so since the start the first one planned may be current without anybody having said so.
 */
export function topicStandings(
  topics: readonly KeptTopic[],
  state: SessionState,
  now: number,
  rules: SessionRules,
): ReadonlyMap<string, TopicStanding> {
  const { actualStart } = state;
  if (actualStart === null) return new Map(topics.map((topic) => [topic.id, before(topic)]));
  const together = counted(state, rules);
  const begun = startedPlan(topics, actualStart);
  return new Map(begun.map((topic) => [topic.id, during(topic, together, now)]));
}

/** The topics of a session that has started, one of them current as long as one is planned. */
function startedPlan(topics: readonly KeptTopic[], actualStart: number): readonly KeptTopic[] {
  if (topics.some(({ spells }) => spells.at(-1)?.to === null)) return topics;
  const isPlanned = ({ doneAt, removedAt }: KeptTopic) => doneAt === null && removedAt === null;
  const first = topics.find(({ isCurrent }) => isCurrent) ?? topics.find(isPlanned);
  return topics.map((topic) => {
    if (topic !== first) return topic;
    return { ...topic, isCurrent: true, spells: [{ from: actualStart, to: null }] };
  });
}

function before({ doneAt }: KeptTopic): TopicStanding {
  return { state: doneAt === null ? 'PLANNED' : 'DONE', activeMs: 0, startedAt: null };
}

function during(topic: KeptTopic, together: readonly Stay[], now: number): TopicStanding {
  const { doneAt, isCurrent, spells } = topic;
  const open = isCurrent ? 'CURRENT' : 'PLANNED';
  return {
    state: doneAt === null ? open : 'DONE',
    activeMs: spells.reduce((sum, spell) => sum + commonMs(spell, together, now), 0),
    startedAt: spells[0]?.from ?? null,
  };
}

/** The times that count as active: no more than was planned. */
function counted(state: SessionState, rules: SessionRules): readonly Stay[] {
  const together = timesTogether(state, rules);
  const end = instantOfLength(together, plannedMs(state.plan)) ?? Infinity;
  return together.flatMap(({ from, to }) => {
    if (from >= end) return [];
    const last = Math.min(to ?? Infinity, end);
    return [{ from, to: last === Infinity ? null : last }];
  });
}

function commonMs(spell: Stay, together: readonly Stay[], now: number): number {
  const end = Math.min(spell.to ?? now, now);
  return together.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to ?? now, end) - Math.max(from, spell.from)),
    0,
  );
}
