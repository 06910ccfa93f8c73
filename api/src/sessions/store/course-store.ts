import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { WantedCourse } from '../domain/course.ts';
import type { CourseRecord } from '../session-snapshot.ts';
import { CourseEntity } from './course-entity.ts';

/** What others may ask about courses. */
export interface CourseReader {
  byId(id: string): Promise<CourseRecord | null>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, CourseRecord>>;
  /** Mentors who have, or had, sessions of the course. */
  taughtBy(courseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The courses that sessions belong to. */
export class CourseStore implements CourseReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly CourseRecord[]> {
    return await this.database
      .fork()
      .find(CourseEntity, {}, { orderBy: { title: 'asc', id: 'asc' } });
  }

  async byId(id: string): Promise<CourseRecord | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, CourseRecord>> {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const courses = await this.database.fork().find(CourseEntity, { id: { $in: known } });
    return new Map(courses.map((course) => [course.id, course]));
  }

  async taughtBy(courseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (courseIds.length === 0) return new Map();
    // Asked by mentor, so that a course of very many sessions is not read through.
    const rows: { course_id: string; mentor_id: string }[] = await this.database.fork().execute(
      `select course.id as course_id, person.id as mentor_id from course, person
        where course.id in (?) and person.roles @> '{MENTOR}' and exists (
          select 1 from session where course_id = course.id and mentor_id = person.id)`,
      [[...courseIds]],
    );
    const byCourse = Map.groupBy(rows, (row) => row.course_id);
    return new Map(
      [...byCourse].map(([id, mentors]) => [id, mentors.map((row) => row.mentor_id)] as const),
    );
  }

  async add(
    { keepsChat, ...wanted }: WantedCourse,
    creatorId: string | null,
  ): Promise<CourseRecord> {
    const em = this.database.fork();
    const now = this.clock.now();
    const course = em.create(CourseEntity, {
      id: newId(),
      createdAt: now,
      chatUnkeptSince: keepsChat === false ? now : null,
      creatorId,
      ...wanted,
      keepsTranscript: wanted.keepsTranscript ?? true,
      transcriptConsent: wanted.transcriptConsent ?? 'ALWAYS_ASK',
      recordingConsent: wanted.recordingConsent ?? 'ON_REQUEST',
    });
    await em.flush();
    return course;
  }

  /** Gives `null` where there is no such course. */
  async change(id: string, { keepsChat, ...wanted }: WantedCourse): Promise<CourseRecord | null> {
    const em = this.database.fork();
    const course = isId(id) ? await em.findOne(CourseEntity, { id }) : null;
    if (!course) return null;
    if (keepsChat === true) course.chatUnkeptSince = null;
    if (keepsChat === false) course.chatUnkeptSince ??= this.clock.now();
    const { title, description, links } = wanted;
    Object.assign(course, {
      ...{ title, description, links },
      keepsTranscript: wanted.keepsTranscript ?? course.keepsTranscript,
      transcriptConsent: wanted.transcriptConsent ?? course.transcriptConsent,
      recordingConsent: wanted.recordingConsent ?? course.recordingConsent,
    });
    await em.flush();
    return course;
  }

  /** The course of that title; made where there is none. */
  async ensure(
    wanted: Pick<WantedCourse, 'title' | 'description'> & Partial<WantedCourse>,
  ): Promise<{ readonly course: CourseRecord; readonly isNew: boolean }> {
    const em = this.database.fork();
    const found = await em.findOne(CourseEntity, { title: wanted.title });
    if (found) return { course: found, isNew: false };
    return { course: await this.add({ links: [], ...wanted }, null), isNew: true };
  }
}
