interface Words {
  readonly id: string;
  readonly kind: 'INSIGHT' | 'HOMEWORK' | 'QUESTION';
  readonly isPrivate: boolean;
  readonly text: string;
  readonly sessionMs: number;
}

/** What the mentor wrote while teaching, as it was kept. */
export interface Written extends Words {
  readonly topicId: string | null;
  readonly editedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly topic: { readonly id: string; readonly title: string } | null;
}

/** An annotation to be read. */
export interface Annotation extends Words {
  readonly isEdited: boolean;
  /** Where it stands apart from its topic. */
  readonly topicTitle?: string | undefined;
}

interface PlannedTopic {
  readonly id: string;
  readonly title: string;
  readonly state: 'PLANNED' | 'CURRENT' | 'DONE';
  readonly activeMs: number;
}

/** A topic with what was written on it; of one that is no longer in the plan only that is known. */
export interface TopicRecord {
  readonly id: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly activeMs: number;
  readonly annotations: readonly Annotation[];
}

export interface PlanRecord {
  /** What is to be done until next time, in the order of writing. */
  readonly homework: readonly Annotation[];
  /** In the order of the plan; behind it what was taken out of it and still has annotations. */
  readonly topics: readonly TopicRecord[];
  /** What was written on no topic. */
  readonly others: readonly Annotation[];
}

/** The plan of a session with what was written on it; homework stands apart and is not said twice. */
export function planRecord(
  topics: readonly PlannedTopic[],
  written: readonly Written[],
): PlanRecord {
  const there = written
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .sort((a, b) => a.sessionMs - b.sessionMs);
  const homework = there.filter(({ kind }) => kind === 'HOMEWORK');
  const rest = there.filter(({ kind }) => kind !== 'HOMEWORK');
  const planned = topics.map(({ id, title, state, activeMs }) => ({
    ...{ id, title, activeMs },
    isDone: state === 'DONE',
    annotations: rest.filter(({ topicId }) => topicId === id).map(read),
  }));
  return {
    homework: homework.map((one) => ({ ...read(one), topicTitle: one.topic?.title })),
    topics: [...planned, ...removedTopics(topics, rest)],
    others: rest.filter(({ topic }) => topic === null).map(read),
  };
}

function removedTopics(
  topics: readonly PlannedTopic[],
  written: readonly Written[],
): readonly TopicRecord[] {
  const removed = new Map<string, { id: string; title: string; annotations: Annotation[] }>();
  for (const one of written) {
    const { topic } = one;
    if (!topic || topics.some(({ id }) => id === topic.id)) continue;
    const known = removed.get(topic.id) ?? { id: topic.id, title: topic.title, annotations: [] };
    known.annotations.push(read(one));
    removed.set(topic.id, known);
  }
  return [...removed.values()].map((topic) => ({ ...topic, isDone: false, activeMs: 0 }));
}

function read({ id, kind, isPrivate, text, sessionMs, editedAt }: Written): Annotation {
  return { id, kind, isPrivate, text, sessionMs, isEdited: editedAt !== null };
}
