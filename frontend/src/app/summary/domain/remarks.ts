export type RemarkKind = 'INSIGHT' | 'HOMEWORK' | 'QUESTION';

/** What the mentor wrote while teaching. */
export interface Remark {
  readonly id: string;
  readonly kind: RemarkKind;
  readonly isPrivate: boolean;
  readonly text: string;
  readonly topicId: string | null;
  readonly sessionMs: number;
  readonly withdrawnAt: string | null;
  readonly topic: { readonly id: string; readonly title: string } | null;
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
  readonly remarks: readonly Remark[];
}

export interface PlanRecord {
  /** What is to be done until next time, in the order of writing. */
  readonly homework: readonly Remark[];
  /** In the order of the plan; behind it what was taken out of it and still has remarks. */
  readonly topics: readonly TopicRecord[];
  /** What was written on no topic. */
  readonly others: readonly Remark[];
}

/** The plan of a session with what was written on it; homework stands apart and is not said twice. */
export function planRecord(
  topics: readonly PlannedTopic[],
  written: readonly Remark[],
): PlanRecord {
  const there = written
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .sort((a, b) => a.sessionMs - b.sessionMs);
  const homework = there.filter(({ kind }) => kind === 'HOMEWORK');
  const rest = there.filter(({ kind }) => kind !== 'HOMEWORK');
  const remarksOf = (id: string) => rest.filter(({ topicId }) => topicId === id);
  const planned = topics.map(({ id, title, state, activeMs }) => ({
    ...{ id, title, activeMs },
    isDone: state === 'DONE',
    remarks: remarksOf(id),
  }));
  return {
    homework,
    topics: [...planned, ...removedTopics(topics, rest)],
    others: rest.filter(({ topic }) => topic === null),
  };
}

function removedTopics(
  topics: readonly PlannedTopic[],
  remarks: readonly Remark[],
): readonly TopicRecord[] {
  const removed = new Map<string, { id: string; title: string; remarks: Remark[] }>();
  for (const remark of remarks) {
    const { topic } = remark;
    if (!topic || topics.some(({ id }) => id === topic.id)) continue;
    const known = removed.get(topic.id) ?? { id: topic.id, title: topic.title, remarks: [] };
    known.remarks.push(remark);
    removed.set(topic.id, known);
  }
  return [...removed.values()].map((topic) => ({ ...topic, isDone: false, activeMs: 0 }));
}
