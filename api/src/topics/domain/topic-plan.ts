/** A time during which a topic was the current one; `to` is `null` while it is. */
interface TopicSpell {
  readonly from: number;
  readonly to: number | null;
}

export interface PlannedTopic {
  readonly id: string;
  readonly title: string;
  readonly doneAt: number | null;
  /** It keeps its place, so that it can come back to it and others can be put behind it. */
  readonly removedAt: number | null;
  /** In order and apart from each other. */
  readonly spells: readonly TopicSpell[];
}

/** The plan of a session, as its log says. At most one topic is the current one. */
export interface TopicPlan {
  readonly topics: readonly PlannedTopic[];
  /** The current one; before the session starts, the one to begin with where the mentor chose one. */
  readonly currentId: string | null;
  readonly hasStarted: boolean;
}

interface Told<Type extends string, Payload> {
  readonly type: Type;
  readonly at: number;
  readonly payload: Readonly<Payload>;
}

interface OfTopic {
  topicId: string;
}

/** What the plan follows from. */
export type PlanTold =
  | Told<'SESSION_STARTED', object>
  | Told<'TOPIC_ADDED', OfTopic & { title: string; afterId?: string | null }>
  | Told<'TOPIC_RENAMED', OfTopic & { title: string }>
  | Told<'TOPIC_MOVED', OfTopic & { afterId: string | null }>
  | Told<'TOPIC_REMOVED' | 'TOPIC_STARTED' | 'TOPIC_DONE' | 'TOPIC_REOPENED', OfTopic>;

export const emptyPlan: TopicPlan = { topics: [], currentId: null, hasStarted: false };

/** The plan after all that was told, in the order of the log. */
export function replayPlan(told: readonly PlanTold[]): TopicPlan {
  return told.reduce(evolvePlan, emptyPlan);
}

/** The plan after an event; while the session runs, the next planned topic takes the place of one that goes. */
export function evolvePlan(plan: TopicPlan, event: PlanTold): TopicPlan {
  const changed = applied(plan, event);
  return changed.hasStarted ? timed(settled(changed, plan.currentId), event.at) : changed;
}

export function isPlanned({ doneAt, removedAt }: PlannedTopic): boolean {
  return doneAt === null && removedAt === null;
}

export function topicIn(plan: TopicPlan, id: string): PlannedTopic | null {
  return plan.topics.find((topic) => topic.id === id) ?? null;
}

function applied(plan: TopicPlan, event: PlanTold): TopicPlan {
  const { at } = event;
  switch (event.type) {
    case 'SESSION_STARTED':
      return { ...plan, hasStarted: true };
    case 'TOPIC_ADDED':
      return added(plan, event.payload);
    case 'TOPIC_RENAMED':
      return withTopic(plan, event.payload.topicId, { title: event.payload.title });
    case 'TOPIC_MOVED':
      return moved(plan, event.payload.topicId, event.payload.afterId);
    case 'TOPIC_REMOVED':
      return away(withTopic(plan, event.payload.topicId, { removedAt: at }), event.payload.topicId);
    case 'TOPIC_STARTED': {
      const { topicId } = event.payload;
      return { ...withTopic(plan, topicId, { doneAt: null }), currentId: topicId };
    }
    case 'TOPIC_DONE':
      return away(withTopic(plan, event.payload.topicId, { doneAt: at }), event.payload.topicId);
    case 'TOPIC_REOPENED':
      return withTopic(plan, event.payload.topicId, { doneAt: null });
    default:
      return event satisfies never;
  }
}

/** Puts a new topic into the plan; one that was removed comes back where it was, with its times. */
function added(
  plan: TopicPlan,
  topic: { topicId: string; title: string; afterId?: string | null },
): TopicPlan {
  const { topicId: id, title, afterId } = topic;
  if (topicIn(plan, id)) return withTopic(plan, id, { title, removedAt: null });
  const fresh = { id, title, doneAt: null, removedAt: null, spells: [] };
  const last = plan.topics.at(-1)?.id ?? null;
  return { ...plan, topics: behind(plan.topics, fresh, afterId === undefined ? last : afterId) };
}

function moved(plan: TopicPlan, id: string, afterId: string | null): TopicPlan {
  const topic = topicIn(plan, id);
  if (!topic || id === afterId) return plan;
  const others = plan.topics.filter((other) => other.id !== id);
  return { ...plan, topics: behind(others, topic, afterId) };
}

/** The list with a topic behind another; where that is not there, at the end. */
function behind(
  topics: readonly PlannedTopic[],
  topic: PlannedTopic,
  afterId: string | null,
): readonly PlannedTopic[] {
  if (afterId === null) return [topic, ...topics];
  const index = topics.findIndex(({ id }) => id === afterId);
  return topics.toSpliced(index < 0 ? topics.length : index + 1, 0, topic);
}

function withTopic(plan: TopicPlan, id: string, changes: Partial<PlannedTopic>): TopicPlan {
  const topics = plan.topics.map((topic) => (topic.id === id ? { ...topic, ...changes } : topic));
  return { ...plan, topics };
}

function away(plan: TopicPlan, id: string): TopicPlan {
  return plan.currentId === id ? { ...plan, currentId: null } : plan;
}

/** While the session runs, there is a current topic as long as one is planned: the next one, else the first. */
function settled(plan: TopicPlan, lastId: string | null): TopicPlan {
  if (plan.currentId !== null) return plan;
  const place = plan.topics.findIndex(({ id }) => id === lastId);
  const next = [...plan.topics.slice(place + 1), ...plan.topics].find(isPlanned);
  return next ? { ...plan, currentId: next.id } : plan;
}

/** Closes the spell of the topic that was current, and opens one for the topic that is. */
function timed(plan: TopicPlan, at: number): TopicPlan {
  const topics = plan.topics.map((topic) => {
    const last = topic.spells.at(-1);
    const isOpen = last?.to === null;
    const isCurrent = topic.id === plan.currentId;
    if (isOpen === isCurrent) return topic;
    if (isCurrent) return { ...topic, spells: [...topic.spells, { from: at, to: null }] };
    return { ...topic, spells: closed(topic.spells, at) };
  });
  return { ...plan, topics };
}

function closed(spells: readonly TopicSpell[], at: number): readonly TopicSpell[] {
  const last = spells.at(-1);
  if (!last) return spells;
  const rest = spells.slice(0, -1);
  return at > last.from ? [...rest, { from: last.from, to: at }] : rest;
}
