/** What a plan is made of, as far as its changes go. */
export interface PlanTopic {
  readonly id: string;
  readonly title: string;
  readonly state: 'PLANNED' | 'CURRENT' | 'DONE';
}

/** A change of the plan on its way to the server. */
export type PlanEdit =
  | { readonly type: 'ADD'; readonly topicId: string; readonly title: string }
  | { readonly type: 'RENAME'; readonly topicId: string; readonly title: string }
  | { readonly type: 'MOVE'; readonly topicId: string; readonly afterId: string | null }
  | {
      readonly type: 'REMOVE' | 'RESTORE' | 'START' | 'FINISH' | 'REOPEN';
      readonly topicId: string;
    };

/** The plan as it will be once the server has taken these changes, for the meantime. */
export function withEdits<Topic extends PlanTopic>(
  topics: readonly Topic[],
  edits: readonly PlanEdit[],
  make: (id: string, title: string) => Topic,
): readonly Topic[] {
  return edits.reduce((list, edit) => applied(list, edit, make), topics);
}

/** The list with one topic behind another, or first. */
function withPlace<Topic extends PlanTopic>(
  topics: readonly Topic[],
  topicId: string,
  afterId: string | null,
): readonly Topic[] {
  const topic = topics.find(({ id }) => id === topicId);
  if (!topic || topicId === afterId) return topics;
  const others = topics.filter((other) => other !== topic);
  const index = afterId === null ? 0 : others.findIndex(({ id }) => id === afterId) + 1;
  if (afterId !== null && index === 0) return topics;
  return others.toSpliced(index, 0, topic);
}

/** Behind which topic the one at `from` is, once it is at `to`. */
export function placeBehind(topics: readonly PlanTopic[], from: number, to: number): string | null {
  return topics.toSpliced(from, 1)[to - 1]?.id ?? null;
}

function applied<Topic extends PlanTopic>(
  topics: readonly Topic[],
  edit: PlanEdit,
  make: (id: string, title: string) => Topic,
): readonly Topic[] {
  const { topicId } = edit;
  switch (edit.type) {
    case 'ADD':
      return topics.some(({ id }) => id === topicId)
        ? topics
        : [...topics, make(topicId, edit.title)];
    case 'RENAME':
      return changed(topics, topicId, { title: edit.title });
    case 'MOVE':
      return withPlace(topics, topicId, edit.afterId);
    case 'REMOVE':
      return movedOn(topics, topicId).filter(({ id }) => id !== topicId);
    case 'RESTORE':
      // Only the server knows where it was.
      return topics;
    case 'START':
      return topics.map((topic) => started(topic, topicId));
    case 'FINISH':
      return changed(movedOn(topics, topicId), topicId, { state: 'DONE' });
    case 'REOPEN':
      return changed(topics, topicId, { state: 'PLANNED' });
    default:
      return edit satisfies never;
  }
}

function changed<Topic extends PlanTopic>(
  topics: readonly Topic[],
  topicId: string,
  changes: Partial<PlanTopic>,
): readonly Topic[] {
  return topics.map((topic) => (topic.id === topicId ? { ...topic, ...changes } : topic));
}

function started<Topic extends PlanTopic>(topic: Topic, topicId: string): Topic {
  if (topic.id === topicId) return { ...topic, state: 'CURRENT' };
  return topic.state === 'CURRENT' ? { ...topic, state: 'PLANNED' } : topic;
}

/** Where the topic is the current one, the next planned one becomes it, or else the first. */
function movedOn<Topic extends PlanTopic>(
  topics: readonly Topic[],
  topicId: string,
): readonly Topic[] {
  const place = topics.findIndex(({ id }) => id === topicId);
  if (topics[place]?.state !== 'CURRENT') return topics;
  const next = [...topics.slice(place + 1), ...topics].find(({ state }) => state === 'PLANNED');
  return next ? changed(topics, next.id, { state: 'CURRENT' }) : topics;
}
