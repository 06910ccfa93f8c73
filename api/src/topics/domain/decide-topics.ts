import {
  evolvePlan,
  type PlannedTopic,
  type PlanTold,
  topicIn,
  type TopicPlan,
} from './topic-plan.ts';

interface AddTopic {
  readonly type: 'ADD';
  readonly topicId: string;
  readonly title: string;
  /** Behind which topic; `null`: at the beginning, `undefined`: at the end. */
  readonly afterId: string | null | undefined;
}

type ChangeTopic =
  | { readonly type: 'RENAME'; readonly topicId: string; readonly title: string }
  | { readonly type: 'MOVE'; readonly topicId: string; readonly afterId: string | null }
  | { readonly type: 'START' | 'FINISH' | 'REOPEN'; readonly topicId: string };

/** What a mentor wants of the plan. */
export type TopicCommand =
  AddTopic | ChangeTopic | { readonly type: 'REMOVE' | 'RESTORE'; readonly topicId: string };

export type TopicRefusal = 'GONE' | 'TITLE' | 'TOO_MANY' | 'NO_SUCH_PLACE';

/** What follows from a command: an event, nothing because it is so already, or why not. */
export type TopicDecision =
  { readonly event: PlanTold | null } | { readonly rejected: TopicRefusal };

const longestTitle = 200;
const mostTopics = 50;
/** With those that were removed, which are kept. */
const mostEver = 200;

/** A title as it is kept; `null` where it is none. */
function checkTitle(typed: string): string | null {
  const title = typed.trim();
  const isTitle = title !== '' && title.length <= longestTitle && !/\p{Cc}/u.test(title);
  return isTitle && title.isWellFormed() ? title : null;
}

/**
 * Decides about the plan as it is now, whoever changed it before: the same command again changes
 * nothing, and two tabs whose commands arrive in any order see the same plan.
 */
export function decideTopics(plan: TopicPlan, command: TopicCommand, now: number): TopicDecision {
  // Clocks of several processes may differ a little; the plan's time does not go back.
  const at = Math.max(now, latest(plan));
  if (command.type === 'ADD') return add(plan, command, at);
  const topic = topicIn(plan, command.topicId);
  if (!topic) return { rejected: 'GONE' };
  switch (command.type) {
    case 'REMOVE':
      return remove(topic, at);
    case 'RESTORE':
      return restore(plan, topic, at);
    default:
      return topic.removedAt === null ? change(plan, topic, command, at) : { rejected: 'GONE' };
  }
}

function change(
  plan: TopicPlan,
  topic: PlannedTopic,
  command: ChangeTopic,
  at: number,
): TopicDecision {
  const payload = { topicId: topic.id };
  switch (command.type) {
    case 'RENAME':
      return rename(topic, command.title, at);
    case 'MOVE':
      return move(plan, topic, command.afterId, at);
    case 'START':
      return once(plan.currentId !== topic.id, { type: 'TOPIC_STARTED', at, payload });
    case 'FINISH':
      return once(topic.doneAt === null, { type: 'TOPIC_DONE', at, payload });
    case 'REOPEN':
      return once(topic.doneAt !== null, { type: 'TOPIC_REOPENED', at, payload });
    default:
      return command satisfies never;
  }
}

function add(
  plan: TopicPlan,
  { topicId, title: typed, afterId }: AddTopic,
  at: number,
): TopicDecision {
  // Sent again, it was added before, whatever became of it since.
  if (topicIn(plan, topicId)) return { event: null };
  const title = checkTitle(typed);
  if (title === null) return { rejected: 'TITLE' };
  if (isFull(plan)) return { rejected: 'TOO_MANY' };
  if (typeof afterId === 'string' && !topicIn(plan, afterId)) return { rejected: 'NO_SUCH_PLACE' };
  const last = plan.topics.at(-1)?.id ?? null;
  const payload = { topicId, title, afterId: afterId === undefined ? last : afterId };
  return { event: { type: 'TOPIC_ADDED', at, payload } };
}

function restore(plan: TopicPlan, topic: PlannedTopic, at: number): TopicDecision {
  if (topic.removedAt === null) return { event: null };
  if (isFull(plan)) return { rejected: 'TOO_MANY' };
  const payload = { topicId: topic.id, title: topic.title };
  return { event: { type: 'TOPIC_ADDED', at, payload } };
}

function remove(topic: PlannedTopic, at: number): TopicDecision {
  const payload = { topicId: topic.id };
  return once(topic.removedAt === null, { type: 'TOPIC_REMOVED', at, payload });
}

function rename(topic: PlannedTopic, typed: string, at: number): TopicDecision {
  const title = checkTitle(typed);
  if (title === null) return { rejected: 'TITLE' };
  const payload = { topicId: topic.id, title };
  return once(title !== topic.title, { type: 'TOPIC_RENAMED', at, payload });
}

function move(
  plan: TopicPlan,
  { id: topicId }: PlannedTopic,
  afterId: string | null,
  at: number,
): TopicDecision {
  if (afterId !== null && !topicIn(plan, afterId)) return { rejected: 'NO_SUCH_PLACE' };
  const event = { type: 'TOPIC_MOVED', at, payload: { topicId, afterId } } as const;
  const order = ({ topics }: TopicPlan) => topics.map(({ id }) => id).join();
  return once(order(evolvePlan(plan, event)) !== order(plan), event);
}

function once(isNews: boolean, event: PlanTold): TopicDecision {
  return { event: isNews ? event : null };
}

function isFull({ topics }: TopicPlan): boolean {
  const shown = topics.filter(({ removedAt }) => removedAt === null);
  return shown.length >= mostTopics || topics.length >= mostEver;
}

function latest({ topics }: TopicPlan): number {
  const ends = topics.flatMap(({ spells }) => spells.map(({ from, to }) => to ?? from));
  return Math.max(0, ...ends);
}
