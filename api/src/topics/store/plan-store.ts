import type { OpenLog } from '../../sessions/sessions.ts';
import {
  evolvePlan,
  type PlanTold,
  replayPlan,
  topicIn,
  type TopicPlan,
} from '../domain/topic-plan.ts';

const planTypes = [
  'SESSION_STARTED',
  'TOPIC_ADDED',
  'TOPIC_RENAMED',
  'TOPIC_MOVED',
  'TOPIC_REMOVED',
  'TOPIC_STARTED',
  'TOPIC_DONE',
  'TOPIC_REOPENED',
] as const;

/** The plan of an open log, as it is now. */
export async function readPlan(log: OpenLog): Promise<TopicPlan> {
  const { plan, untold } = await knownPlan(log);
  return untold.reduce(evolvePlan, plan);
}

/**
 * The plan of an open log, for changing it. What was planned together with the session is in the
 * table alone until then; the log is told of it first, so that it says the whole.
 */
export async function openPlan(log: OpenLog): Promise<TopicPlan> {
  const { plan, untold } = await knownPlan(log);
  for (const event of untold) log.note({ ...event, personId: log.session.mentorId });
  return untold.reduce(evolvePlan, plan);
}

async function knownPlan(log: OpenLog): Promise<{
  readonly plan: TopicPlan;
  readonly untold: readonly Extract<PlanTold, { readonly type: 'TOPIC_ADDED' }>[];
}> {
  // The log holds of these kinds what was noted here, so the payloads are theirs.
  const events = (await log.events(planTypes)) as readonly unknown[] as readonly PlanTold[];
  const plan = replayPlan(events);
  const at = log.session.actualStart ?? log.session.createdAt;
  const untold = (await plannedRows(log))
    .filter(({ id }) => !topicIn(plan, id))
    .map(({ id, title }) => ({
      type: 'TOPIC_ADDED' as const,
      at,
      payload: { topicId: id, title },
    }));
  return { plan, untold };
}

/** Writes the table anew from the plan. */
export async function writePlan({ em, session }: OpenLog, plan: TopicPlan): Promise<void> {
  const rows = plan.topics.map((topic, position) => ({
    id: topic.id,
    position,
    title: topic.title,
    done_at: isoOrNull(topic.doneAt),
    removed_at: isoOrNull(topic.removedAt),
    is_current: topic.id === plan.currentId,
    spells: topic.spells,
  }));
  await em.execute('delete from topic where session_id = ?', [session.id]);
  await em.execute(
    `insert into topic (session_id, id, position, title, done_at, removed_at, is_current, spells)
      select ?, id, position, title, done_at, removed_at, is_current, spells
        from jsonb_to_recordset(?::jsonb) as kept (id uuid, position integer, title text,
          done_at timestamptz, removed_at timestamptz, is_current boolean, spells jsonb)`,
    [session.id, JSON.stringify(rows)],
  );
}

async function plannedRows({
  em,
  session,
}: OpenLog): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return await em.execute<{ id: string; title: string }[]>(
    'select id, title from topic where session_id = ? order by position',
    [session.id],
  );
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
