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

/** What some plans have besides. */
export interface ScheduleExtras<Refusal> {
  /** The identifier of the new session, so that planning it again plans nothing more. */
  readonly sessionId?: string | null;
  /** Who plans it: one of the two. */
  readonly personId?: string;
  /** Asked while nobody else can plan for these people. */
  readonly refuse?: (em: EntityManager) => Promise<Refusal | null>;
}

/** Plans a session, unless one of the two has another at that time. */
export class ScheduleSession {
  constructor(private readonly options: ScheduleOptions) {}

  async run<Refusal = never>(
    request: ScheduleRequest,
    extras: ScheduleExtras<Refusal> = {},
  ): Promise<ScheduleAnswer | Refusal> {
    const checked = checkPlan(request, this.options.clock.now());
    if ('fault' in checked) return checked;
    if (!(await this.isPossibleLearner(request))) {
      return { fault: { field: 'learnerId', message: 'There is no such learner.' } };
    }
    return await this.keep({ ...request, ...checked.plan }, extras);
  }

  private async isPossibleLearner({ learnerId, mentorId }: ScheduleRequest): Promise<boolean> {
    if (!isId(learnerId) || learnerId === mentorId) return false;
    return (await this.options.people.byIds([learnerId])).has(learnerId);
  }

  private async keep<Refusal>(
    request: ScheduleRequest,
    extras: ScheduleExtras<Refusal>,
  ): Promise<ScheduleAnswer | Refusal> {
    const sessionId = extras.sessionId ?? newId();
    const { log, clock } = this.options;
    const refused: (ScheduleAnswer | Refusal)[] = [];
    await log.begin(
      async (em) => {
        const refusal = await this.refusal(em, request, extras);
        if (!refusal) return toEntity(em, sessionId, request, clock.now());
        refused.push(refusal);
        return null;
      },
      (opened) => this.write(opened, request, extras.personId ?? null),
    );
    return refused[0] ?? { sessionId };
  }

  private async refusal<Refusal>(
    em: EntityManager,
    request: ScheduleRequest,
    { sessionId, refuse }: ScheduleExtras<Refusal>,
  ): Promise<ScheduleAnswer | Refusal | null> {
    const { courseId: id } = request;
    const course = isId(id) && (await em.findOne(CourseEntity, { id }));
    if (!course) return { fault: { field: 'courseId', message: 'There is no such course.' } };
    const people = [request.mentorId, request.learnerId];
    await lockPeople(em, people);
    const planned = sessionId ? await em.findOne(SessionEntity, { id: sessionId }) : null;
    if (planned) return again(planned, request);
    const refusal = await refuse?.(em);
    if (refusal) return refusal;
    const busyId = await findBusy(em, people, request);
    return busyId ? { busyId } : null;
  }

  private async write(
    log: OpenLog,
    request: ScheduleRequest,
    personId: string | null,
  ): Promise<void> {
    const { mentorId, learnerId, startsAt, endsAt } = request;
    const plan = { mentorId, learnerId, startsAt, endsAt };
    const decision = decide(
      null,
      { type: 'SCHEDULE', ...plan, personId },
      log.now,
      this.options.rules,
    );
    if ('rejected' in decision)
      throw new Error(`a checked plan was rejected: ${decision.rejected}`);
    await log.append(decision.events);
    request.topics.forEach((title, position) => {
      const place = { sessionId: log.session.id, position, isCurrent: false, spells: [] };
      log.em.create(TopicEntity, { id: newId(), title, ...place });
    });
  }
}

/** What was planned before under the same identifier. */
function again(planned: SessionEntity, { mentorId, learnerId }: ScheduleRequest): ScheduleAnswer {
  const isSame = planned.mentorId === mentorId && planned.learnerId === learnerId;
  if (isSame) return { sessionId: planned.id };
  return { fault: { field: 'sessionId', message: 'There is another session of that identifier.' } };
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
