import type { Lesson } from './lesson.ts';
import type { SessionRecord } from './session-record.ts';

type Part = 'topics' | 'annotations' | 'chat';

/** Whether the two pages and the database say the same; else what each of them says. */
export async function agreement(
  teaching: Lesson,
  learning: Lesson,
  record: SessionRecord,
): Promise<Record<Part, unknown>> {
  const [mentor, learner] = [await teaching.shown(), await learning.shown()];
  const kept = {
    topics: await record.topics(),
    annotations: await record.annotations(),
    chat: await record.lines(),
  };
  const compare = (part: Part) => {
    const own = part === 'topics' ? mentor.topics.map(isDone) : mentor[part];
    const isSame = equal(mentor[part], learner[part]) && equal(own, kept[part]);
    return isSame ? 'same' : { mentor: mentor[part], learner: learner[part], kept: kept[part] };
  };
  return { topics: compare('topics'), annotations: compare('annotations'), chat: compare('chat') };
}

/** The table knows what is done; what is current follows from it and from the log. */
function isDone(topic: string): string {
  return topic.replace(/(PLANNED|CURRENT)$/, 'OPEN');
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
