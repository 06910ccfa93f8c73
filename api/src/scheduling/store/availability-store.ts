import type { Clock } from '../../platform/clock.ts';
import type { Database, EntityManager } from '../../platform/database/database.ts';
import { isId } from '../../platform/ids.ts';
import type { Availability } from '../domain/availability.ts';
import { AvailabilityCourseEntity } from './availability-course-entity.ts';
import { AvailabilityEntity } from './availability-entity.ts';

/** The hours of mentors in the database. */
export class AvailabilityStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `within`: the transaction in which the answer must hold. */
  async of(
    mentorId: string,
    within: EntityManager = this.database.fork(),
  ): Promise<Availability | null> {
    if (!isId(mentorId)) return null;
    const row = await within.findOne(AvailabilityEntity, { mentorId });
    if (!row) return null;
    const courses = await within.find(
      AvailabilityCourseEntity,
      { mentorId },
      { orderBy: { courseId: 'asc' } },
    );
    const { timeZone, sessionMinutes, noticeMinutes, horizonDays, weekly, exceptions } = row;
    const courseIds = courses.map(({ courseId }) => courseId);
    const numbers = { sessionMinutes, noticeMinutes, horizonDays };
    return { timeZone, ...numbers, courseIds, weekly, exceptions };
  }

  async set(mentorId: string, { courseIds, ...hours }: Availability): Promise<void> {
    const changedAt = this.clock.now();
    await this.database.transaction(async (em) => {
      await em.upsert(AvailabilityEntity, { mentorId, ...hours, changedAt });
      await em.nativeDelete(AvailabilityCourseEntity, { mentorId });
      for (const courseId of courseIds) em.create(AvailabilityCourseEntity, { mentorId, courseId });
    });
  }

  /** Whose time can be booked for which of these courses. */
  async mentorsOf(courseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database
      .fork()
      .find(
        AvailabilityCourseEntity,
        { courseId: { $in: [...courseIds] } },
        { disableIdentityMap: true },
      );
    const byCourse = Map.groupBy(rows, ({ courseId }) => courseId);
    return new Map(
      [...byCourse].map(([id, mentors]) => [id, mentors.map(({ mentorId }) => mentorId)] as const),
    );
  }
}
