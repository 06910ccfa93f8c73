import type { PersonReader } from '../../accounts/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EntityManager } from '../../platform/database/database.ts';
import type { ScheduleAnswer, Sessions } from '../../sessions/sessions.ts';
import type { AvailabilityStore } from '../store/availability-store.ts';
import type { OfferedSlots } from './offered-slots.ts';

export interface Booking {
  readonly learnerId: string;
  readonly mentorId: string;
  readonly courseId: string;
  readonly startsAt: number;
  /** The course's, where it is empty. */
  readonly title: string;
  readonly topics: readonly string[];
  /** Made by whoever asks, so that asking again books nothing more. */
  readonly sessionId: string | null;
}

export type BookingAnswer = ScheduleAnswer | { readonly isTaken: true };

export interface BookSessionOptions {
  readonly availabilities: AvailabilityStore;
  readonly slots: OfferedSlots;
  readonly people: PersonReader;
  readonly sessions: Pick<Sessions, 'schedule' | 'courses' | 'comingWith'>;
  readonly clock: Clock;
  readonly mostBookings: number;
}

const minuteMs = 60_000;

/** Plans a session in a slot that a mentor offers, unless somebody was faster. */
export class BookSession {
  constructor(private readonly options: BookSessionOptions) {}

  async run(booking: Booking): Promise<BookingAnswer> {
    const { availabilities, sessions, slots } = this.options;
    const { mentorId, courseId, startsAt, sessionId } = booking;
    const availability = await availabilities.of(mentorId);
    if (!availability || !(await this.isMentor(mentorId))) {
      return fault('mentorId', 'This mentor takes no bookings.');
    }
    const course = await sessions.courses.byId(courseId);
    if (!course || !availability.courseIds.includes(courseId)) {
      return fault('courseId', 'This mentor does not take bookings for this course.');
    }
    const endsAt = startsAt + availability.sessionMinutes * minuteMs;
    const title = booking.title.trim() || course.title;
    return await sessions.schedule.run<BookingAnswer>(
      { ...booking, title, endsAt },
      {
        sessionId,
        personId: booking.learnerId,
        refuse: async (em: EntityManager) =>
          (await this.tooMany(em, booking)) ??
          ((await slots.has(em, mentorId, { startsAt, endsAt })) ? null : { isTaken: true }),
      },
    );
  }

  /** So that nobody takes all of a mentor's time; what the mentor plans is not held back by it. */
  private async tooMany(em: EntityManager, booking: Booking): Promise<BookingAnswer | null> {
    const { sessions, clock, mostBookings } = this.options;
    const coming = await sessions.comingWith(booking, clock.now(), em);
    if (coming < mostBookings) return null;
    const count = coming === 1 ? 'a session' : `${String(coming)} sessions`;
    return fault('mentorId', `You have ${count} to come with this mentor. Book again after one.`);
  }

  private async isMentor(personId: string): Promise<boolean> {
    const person = (await this.options.people.byIds([personId])).get(personId);
    return person?.roles.includes('MENTOR') ?? false;
  }
}

function fault(field: string, message: string): BookingAnswer {
  return { fault: { field, message } };
}
