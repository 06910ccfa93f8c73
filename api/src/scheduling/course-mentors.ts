import type { Person, PersonReader } from '../accounts/person.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import type { CourseReader } from '../sessions/sessions.ts';
import type { AvailabilityStore } from './store/availability-store.ts';

export interface CourseMentorsOptions {
  readonly people: PersonReader;
  readonly courses: CourseReader;
  readonly availabilities: AvailabilityStore;
}

/** Who teaches a course; what is asked for at the same moment is answered together. */
export class CourseMentors {
  private readonly loader = new BatchLoader<string, readonly Person[]>((ids) => this.load(ids));

  constructor(private readonly options: CourseMentorsOptions) {}

  async of(courseId: string): Promise<readonly Person[]> {
    return (await this.loader.load(courseId)) ?? [];
  }

  private async load(
    courseIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Person[]>> {
    const { people, courses, availabilities } = this.options;
    const [offering, teaching] = await Promise.all([
      availabilities.mentorsOf(courseIds),
      courses.taughtBy(courseIds),
    ]);
    const idsOf = (courseId: string) => [
      ...(offering.get(courseId) ?? []),
      ...(teaching.get(courseId) ?? []),
    ];
    const known = await people.byIds([...new Set(courseIds.flatMap(idsOf))]);
    return new Map(
      courseIds.map((courseId) => {
        const mentors = [...known.values()]
          .filter(({ id, roles }) => roles.includes('MENTOR') && idsOf(courseId).includes(id))
          .sort((a, b) => a.displayName.localeCompare(b.displayName));
        return [courseId, mentors] as const;
      }),
    );
  }
}
