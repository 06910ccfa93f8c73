import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { calledAway } from '../platform/called-away';
import type { CourseEditPage } from './course-edit-page';

/** Asks before a course is left that was changed and not saved, and puts it by where nobody answers. */
export function savedOrGivenUp(page: CourseEditPage): boolean | Promise<boolean> {
  if (inject(Router).currentNavigation()?.extras.info !== calledAway) return page.canLeave();
  page.putBy();
  return true;
}
