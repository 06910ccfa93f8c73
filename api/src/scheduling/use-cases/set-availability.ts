import type { CourseReader } from '../../sessions/sessions.ts';
import {
  type Availability,
  checkAvailability,
  type CheckedAvailability,
} from '../domain/availability.ts';
import type { AvailabilityStore } from '../store/availability-store.ts';
import { isTimeZone } from '../time-zones.ts';

/** Keeps a mentor's hours in place of those before. What is booked already stays. */
export class SetAvailability {
  constructor(
    private readonly availabilities: AvailabilityStore,
    private readonly courses: CourseReader,
  ) {}

  async run(mentorId: string, wanted: Availability): Promise<CheckedAvailability> {
    const checked = checkAvailability(wanted, isTimeZone);
    if ('fault' in checked) return checked;
    const { courseIds } = checked.availability;
    const known = await this.courses.byIds(courseIds);
    if (courseIds.some((id) => !known.has(id))) {
      return { fault: { field: 'courseIds', message: 'There is no such course.' } };
    }
    await this.availabilities.set(mentorId, checked.availability);
    return checked;
  }
}
