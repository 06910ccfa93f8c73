import type { Viewer } from '../accounts/viewer.ts';

/** Whether others may be offered the viewer's time. */
export function canOffer(viewer: Viewer): boolean {
  return viewer.roles.includes('MENTOR');
}

/** Whether the viewer may book a mentor's time for themselves. */
export function canBook(viewer: Viewer): boolean {
  return viewer.roles.includes('LEARNER');
}
