import type { PersonReader } from '../../accounts/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EntityManager } from '../../platform/database/database.ts';
import { isId, newId } from '../../platform/ids.ts';
import { decide } from '../domain/decide.ts';
import { checkPlan, type PlanFault, type SessionPlan } from '../domain/session-plan.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { CourseEntity } from '../store/course-entity.ts';
import { findBusy, lockPeople } from '../store/double-booking.ts';
import type { OpenLog } from '../store/open-log.ts';
import { SessionEntity } from '../store/session-entity.ts';
import type { SessionLog } from '../store/session-log.ts';
import { TopicEntity } from '../store/topic-entity.ts';

export interface ScheduleRequest extends SessionPlan {
  readonly courseId: string;
  readonly mentorId: string;
  readonly learnerId: string;
}

export type ScheduleAnswer =
  { readonly sessionId: string } | { readonly fault: PlanFault } | { readonly busyId: string };

export interface ScheduleOptions {
  readonly log: SessionLog;
  readonly people: PersonReader;
  readonly clock: Clock;
  readonly rules: SessionRules;
}

/** Plans a session, unless one of the two has another at that time. */
export class ScheduleSession {
  constructor(private readonly options: ScheduleOptions) {}

  async run(request: ScheduleRequest): Promise<ScheduleAnswer> {
    const checked = checkPlan(request, this.options.clock.now());
    if ('fault' in checked) return checked;
    if (!(await this.isPossibleLearner(request))) {
      return { fault: { field: 'learnerId', message: 'There is no such learner.' } };
    }
    return await this.keep({ ...request, ...checked.plan });
  }

  private async isPossibleLearner({ learnerId, mentorId }: ScheduleRequest): Promise<boolean> {
    if (!isId(learnerId) || learnerId === mentorId) return false;
    return (await this.options.people.byIds([learnerId])).has(learnerId);
  }

  private async keep(request: ScheduleRequest): Promise<ScheduleAnswer> {
    const sessionId = newId();
    const { log, clock } = this.options;
    const refused: ScheduleAnswer[] = [];
    await log.begin(
      async (em) => {
        const refusal = await this.refusal(em, request);
        if (!refusal) return toEntity(em, sessionId, request, clock.now());
        refused.push(refusal);
        return null;
      },
      (opened) => this.write(opened, request),
    );
    return refused[0] ?? { sessionId };
  }

  private async refusal(
    em: EntityManager,
    request: ScheduleRequest,
  ): Promise<ScheduleAnswer | null> {
    const { courseId: id } = request;
    const course = isId(id) && (await em.findOne(CourseEntity, { id }));
    if (!course) return { fault: { field: 'courseId', message: 'There is no such course.' } };
    const people = [request.mentorId, request.learnerId];
    await lockPeople(em, people);
    const busyId = await findBusy(em, people, request);
    return busyId ? { busyId } : null;
  }

  private async write(log: OpenLog, request: ScheduleRequest): Promise<void> {
    const { mentorId, learnerId, startsAt, endsAt } = request;
    const plan = { mentorId, learnerId, startsAt, endsAt };
    const decision = decide(null, { type: 'SCHEDULE', ...plan }, log.now, this.options.rules);
    if ('rejected' in decision)
      throw new Error(`a checked plan was rejected: ${decision.rejected}`);
    await log.append(decision.events);
    request.topics.forEach((title, position) => {
      log.em.create(TopicEntity, { id: newId(), sessionId: log.session.id, position, title });
    });
  }
}

function toEntity(
  em: EntityManager,
  id: string,
  request: ScheduleRequest,
  createdAt: number,
): SessionEntity {
  const { courseId, title, mentorId, learnerId, startsAt, endsAt } = request;
  const people = { mentorId, learnerId };
  const times = { startsAt, endsAt, createdAt, changedAt: createdAt };
  const beginning = { status: 'SCHEDULED', activeMs: 0, lastSeq: 0 } as const;
  return em.create(SessionEntity, { id, courseId, title, ...people, ...times, ...beginning });
}
