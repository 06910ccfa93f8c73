import type { CourseEditPage } from './course-edit-page';

/** Asks before a course is left that was changed and not saved. */
export function savedOrGivenUp(page: CourseEditPage): boolean | Promise<boolean> {
  return page.canLeave();
}
