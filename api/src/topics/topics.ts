import type { Allowances } from '../platform/allowances/allowances.ts';
import type { OpenLog, Sessions } from '../sessions/sessions.ts';
import { topicIn } from './domain/topic-plan.ts';
import { TopicMutations } from './graphql/topic-mutations.ts';
import { readPlan } from './store/plan-store.ts';
import { ChangeTopics } from './use-cases/change-topics.ts';

export const topicResolvers = [TopicMutations];

export interface Topics {
  readonly resolvers: readonly object[];
  readonly change: ChangeTopics;
}

/** What a mentor does with the plan of a session, before it and during it. */
export function createTopics(sessions: Sessions, allowances: Allowances): Topics {
  const change = new ChangeTopics(sessions.log);
  const { access, reader } = sessions;
  const mutations = new TopicMutations({ access, sessions: reader, change, allowances });
  return { change, resolvers: [mutations] };
}

/**
 * Which topic something that is written now belongs to: the one asked for, also where it was taken out
 * of the plan meanwhile, else the current one; `undefined` where there never was such a one.
 */
export async function topicFor(
  log: OpenLog,
  wanted: string | null,
): Promise<string | null | undefined> {
  const plan = await readPlan(log);
  if (wanted === null) return plan.currentId;
  return topicIn(plan, wanted)?.id;
}
