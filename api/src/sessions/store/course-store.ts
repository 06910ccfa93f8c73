import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CourseRecord } from '../session-snapshot.ts';
import { CourseEntity } from './course-entity.ts';

/** The courses that sessions belong to. */
export class CourseStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly CourseRecord[]> {
    return await this.database
      .fork()
      .find(CourseEntity, {}, { orderBy: { title: 'asc', id: 'asc' } });
  }

  /** The course of that title; made where there is none. */
  async ensure(wanted: {
    readonly title: string;
    readonly description: string;
  }): Promise<{ readonly course: CourseRecord; readonly isNew: boolean }> {
    const em = this.database.fork();
    const found = await em.findOne(CourseEntity, { title: wanted.title });
    if (found) return { course: found, isNew: false };
    const course = em.create(CourseEntity, { id: newId(), createdAt: this.clock.now(), ...wanted });
    await em.flush();
    return { course, isNew: true };
  }
}
