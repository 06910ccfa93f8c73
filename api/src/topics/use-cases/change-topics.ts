import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { decideTopics, type TopicCommand, type TopicRefusal } from '../domain/decide-topics.ts';
import { evolvePlan } from '../domain/topic-plan.ts';
import { openPlan, writePlan } from '../store/plan-store.ts';

export interface TopicRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly command: TopicCommand;
}

export type TopicAnswer = { readonly done: true } | { readonly rejected: TopicRefusal | 'ENDED' };

/** Changes the plan of topics under the session's lock: its log, and the table that is read from it. */
export class ChangeTopics {
  constructor(private readonly log: SessionLog) {}

  async run({ sessionId, personId, command }: TopicRequest): Promise<TopicAnswer> {
    const answer = await this.log.change(sessionId, (log) => change(log, personId, command));
    return answer ?? { rejected: 'ENDED' };
  }
}

async function change(log: OpenLog, personId: string, command: TopicCommand): Promise<TopicAnswer> {
  if (log.session.status === 'ENDED') return { rejected: 'ENDED' };
  const plan = await openPlan(log);
  const decision = decideTopics(plan, command, log.now);
  const event = 'event' in decision ? decision.event : null;
  if (event && event.type !== 'SESSION_STARTED') {
    log.note({ ...event, personId });
    await writePlan(log, evolvePlan(plan, event));
  }
  return 'rejected' in decision ? decision : { done: true };
}
