import type { Viewer } from '../accounts/viewer.ts';

/** What can be done with a session. */
export type SessionAction =
  'READ' | 'CANCEL' | 'RESCHEDULE' | 'JOIN' | 'LEAVE' | 'END' | 'AGREE' | 'CHAT' | 'RATE';

/** The two people of a session. */
export interface SessionPeople {
  readonly mentorId: string;
  readonly learnerId: string;
}

/** What administrators may do besides the two. */
const isForAdmins: Readonly<Record<SessionAction, boolean>> = {
  READ: true,
  CANCEL: true,
  RESCHEDULE: false,
  JOIN: false,
  LEAVE: false,
  // Who may end it when is for the rules of its life: the mentor, or whoever waits in vain.
  END: false,
  AGREE: false,
  CHAT: false,
  RATE: false,
};

/** Who may do what with a session; the only place that says so. */
export function can(viewer: Viewer, action: SessionAction, people: SessionPeople): boolean {
  const isParticipant = [people.mentorId, people.learnerId].includes(viewer.personId);
  const isAdmin = viewer.roles.includes('ADMIN');
  return isParticipant || (isAdmin && isForAdmins[action]);
}

/** Whether the viewer may add courses and say what they are about. */
export function canEditCourses(viewer: Viewer): boolean {
  return viewer.roles.some((role) => role === 'MENTOR' || role === 'ADMIN');
}

/** Whether the viewer may plan sessions in which they are the mentor. */
export function canSchedule(viewer: Viewer): boolean {
  return viewer.roles.includes('MENTOR');
}
