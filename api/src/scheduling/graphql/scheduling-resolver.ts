import { Arg, createUnionType, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { PersonReader } from '../../accounts/person.ts';
import { signedIn, type RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { badInput, forbidden } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import { CourseType } from '../../sessions/graphql/course-type.ts';
import { InvalidSchedule, PersonBusy } from '../../sessions/graphql/session-problem-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import { planLimits } from '../../sessions/plan-limits.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { Availability } from '../domain/availability.ts';
import { canBook, canOffer } from '../policy.ts';
import type { AvailabilityStore } from '../store/availability-store.ts';
import type { BookSession } from '../use-cases/book-session.ts';
import type { OfferedSlots } from '../use-cases/offered-slots.ts';
import type { SetAvailability } from '../use-cases/set-availability.ts';
import { AvailabilityType, SlotType } from './availability-type.ts';
import { BookSessionInput, SetAvailabilityInput } from './scheduling-input.ts';
import { InvalidAvailability, SlotTaken } from './scheduling-problem-type.ts';

const SetAvailabilityResult = createUnionType({
  name: 'SetAvailabilityResult',
  description: 'The availability as it is kept, or why it was not kept.',
  types: () => [AvailabilityType, InvalidAvailability] as const,
});

const BookSessionResult = createUnionType({
  name: 'BookSessionResult',
  description: 'The new session, or why it was not booked.',
  types: () => [SessionType, SlotTaken, InvalidSchedule, PersonBusy] as const,
});

type Booked = SessionType | SlotTaken | InvalidSchedule | PersonBusy;

export interface SchedulingResolverOptions {
  readonly people: PersonReader;
  readonly sessions: Pick<Sessions, 'courses' | 'reader'>;
  readonly allowances: Allowances;
  readonly availabilities: AvailabilityStore;
  readonly slots: OfferedSlots;
  readonly set: SetAvailability;
  readonly book: BookSession;
}

const longestQuestionMs = 62 * 86_400_000;

@Resolver()
export class SchedulingResolver {
  constructor(private readonly options: SchedulingResolverOptions) {}

  @Query(() => AvailabilityType, {
    nullable: true,
    description: 'When a mentor’s time can be booked; null where they have not said so.',
  })
  async availability(
    @Ctx() context: RequestContext,
    @Arg('mentorId', () => ID, { nullable: true, description: 'The mentor; null for the viewer.' })
    mentorId: string | null,
  ): Promise<AvailabilityType | null> {
    const { personId } = signedIn(context);
    const asked = mentorId ?? personId;
    const kept = await this.options.availabilities.of(asked);
    return kept && (await this.view(asked, kept));
  }

  @Query(() => [SlotType], {
    description: 'What the viewer could book with a mentor, the earliest first; up to 62 days.',
  })
  async freeSlots(
    @Ctx() context: RequestContext,
    @Arg('mentorId', () => ID, { description: 'The mentor.' }) mentorId: string,
    @Arg('from', () => DateTime, { description: 'Slots that start then or later,' }) from: number,
    @Arg('to', () => DateTime, { description: 'and before then.' }) to: number,
  ): Promise<SlotType[]> {
    const { personId } = signedIn(context);
    if (to - from > longestQuestionMs) throw badInput('Ask for 62 days at the most.');
    const slots = await this.options.slots.of({ mentorId, personId, from, to });
    return slots.map((slot) => new SlotType(slot));
  }

  @Mutation(() => SetAvailabilityResult, {
    description: 'Says when the viewer’s time can be booked. For mentors.',
  })
  async setAvailability(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetAvailabilityInput, { description: 'All of it.' })
    input: SetAvailabilityInput,
  ): Promise<AvailabilityType | InvalidAvailability> {
    const viewer = signedIn(context);
    if (!canOffer(viewer)) throw forbidden('Only mentors offer their time.');
    const answer = await this.options.set.run(viewer.personId, { ...input });
    if ('fault' in answer) return new InvalidAvailability(answer.fault.field, answer.fault.message);
    return await this.view(viewer.personId, answer.availability);
  }

  @Mutation(() => BookSessionResult, {
    description:
      'Books a free slot of a mentor for the viewer. For learners. Errors: `TOO_MANY_REQUESTS` after 30 changes of plans in ten minutes.',
  })
  async bookSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => BookSessionInput, { description: 'Which slot, and what for.' })
    input: BookSessionInput,
  ): Promise<Booked> {
    const learnerId = await this.booker(context);
    const sessionId = input.sessionId ?? null;
    if (sessionId !== null && !isId(sessionId)) throw badInput('`sessionId` is a UUID.');
    const booking = { ...input, sessionId, title: input.title ?? '', learnerId };
    const answer = await this.options.book.run(booking);
    if ('fault' in answer) return new InvalidSchedule(answer.fault.field, answer.fault.message);
    if ('isTaken' in answer) return new SlotTaken();
    if ('busyId' in answer) {
      return answer.busyId === learnerId ? new PersonBusy(learnerId) : new SlotTaken();
    }
    return await this.booked(answer.sessionId, learnerId);
  }

  private async booker(context: RequestContext): Promise<string> {
    const viewer = signedIn(context);
    if (!canBook(viewer)) throw forbidden('Only learners book sessions.');
    await charge(this.options.allowances, planLimits.changes, viewer.personId);
    return viewer.personId;
  }

  private async booked(sessionId: string, learnerId: string): Promise<SessionType> {
    const snapshot = await this.options.sessions.reader.byId(sessionId);
    if (!snapshot) throw new Error(`session ${sessionId} was gone as soon as it was booked`);
    return new SessionType(snapshot, learnerId);
  }

  private async view(mentorId: string, kept: Availability): Promise<AvailabilityType> {
    const { people, sessions } = this.options;
    const person = new PersonType(await people.byId(mentorId));
    const courses = await sessions.courses.byIds(kept.courseIds);
    const known = [...courses.values()].sort((a, b) => a.title.localeCompare(b.title));
    return new AvailabilityType(
      person,
      kept,
      known.map((course) => new CourseType(course)),
    );
  }
}
