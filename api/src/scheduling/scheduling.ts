import type { PersonReader } from '../accounts/person.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { CourseMentors } from './course-mentors.ts';
import { CourseMentorsResolver } from './graphql/course-mentors-resolver.ts';
import { SchedulingResolver } from './graphql/scheduling-resolver.ts';
import { AvailabilityCourseEntity } from './store/availability-course-entity.ts';
import { AvailabilityEntity } from './store/availability-entity.ts';
import { AvailabilityStore } from './store/availability-store.ts';
import { BookSession } from './use-cases/book-session.ts';
import { OfferedSlots } from './use-cases/offered-slots.ts';
import { SetAvailability } from './use-cases/set-availability.ts';

export const schedulingEntities = [AvailabilityEntity, AvailabilityCourseEntity];
export const schedulingResolvers = [SchedulingResolver, CourseMentorsResolver];

export interface SchedulingOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly people: PersonReader;
  readonly sessions: Sessions;
  /** So many sessions to come a learner may have with a mentor to book another one. */
  readonly mostBookings: number;
}

export interface Scheduling {
  readonly resolvers: readonly object[];
  readonly availabilities: AvailabilityStore;
  readonly setAvailability: SetAvailability;
  readonly slots: OfferedSlots;
  readonly book: BookSession;
}

/** When mentors have time, and how learners take it. */
export function createScheduling(options: SchedulingOptions): Scheduling {
  const { database, clock, allowances, people, sessions, mostBookings } = options;
  const { courses, busyTimes } = sessions;
  const availabilities = new AvailabilityStore(database, clock);
  const slots = new OfferedSlots({ availabilities, busyTimes, clock });
  const set = new SetAvailability(availabilities, courses);
  const book = new BookSession({ availabilities, slots, people, sessions, clock, mostBookings });
  const mentors = new CourseMentors({ people, courses, availabilities });
  return {
    availabilities,
    setAvailability: set,
    slots,
    book,
    resolvers: [
      new SchedulingResolver({
        ...{ people, sessions, allowances },
        availabilities,
        slots,
        set,
        book,
      }),
      new CourseMentorsResolver(mentors),
    ],
  };
}
