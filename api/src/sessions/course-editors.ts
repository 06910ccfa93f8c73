import type { Viewer } from '../accounts/viewer.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { canAddCourses, canEditCourse } from './policy.ts';
import type { CourseReader } from './store/course-store.ts';

/** Who may change a course; what is asked for at the same moment is answered together. */
export class CourseEditors {
  private readonly teaching = new BatchLoader<string, readonly string[]>((ids) =>
    this.courses.taughtBy(ids),
  );

  constructor(private readonly courses: Pick<CourseReader, 'taughtBy'>) {}

  async includes(
    viewer: Viewer,
    { id, creatorId }: { readonly id: string; readonly creatorId: string | null },
  ): Promise<boolean> {
    // Most viewers are learners, for whom nobody has to look up who teaches.
    if (!canAddCourses(viewer)) return false;
    if (canEditCourse(viewer, { creatorId, mentorIds: [] })) return true;
    const mentorIds = (await this.teaching.load(id)) ?? [];
    return canEditCourse(viewer, { creatorId, mentorIds });
  }
}
