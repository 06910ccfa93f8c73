import type { Viewer } from '../accounts/viewer.ts';

/** What can be done with a session. */
export type SessionAction =
  | 'READ'
  | 'CANCEL'
  | 'RESCHEDULE'
  | 'JOIN'
  | 'LEAVE'
  | 'END'
  | 'AGREE'
  | 'CHAT'
  | 'RATE'
  | 'RAISE_HAND'
  | 'TAKE_NOTES'
  | 'DRAW'
  | 'CHANGE_TOPICS'
  | 'ANNOTATE'
  | 'SHARE_LINKS'
  | 'CONSENT'
  | 'RECORD';

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
  RAISE_HAND: false,
  // Notes are each person's own, so nobody else reads them either.
  TAKE_NOTES: false,
  DRAW: false,
  CHANGE_TOPICS: false,
  ANNOTATE: false,
  SHARE_LINKS: false,
  CONSENT: false,
  RECORD: false,
};

/** What is the mentor's alone to do. */
const mentorActions: readonly SessionAction[] = [
  'CHANGE_TOPICS',
  'ANNOTATE',
  'SHARE_LINKS',
  'RECORD',
];

/** Who may do what with a session; the only place that says so. */
export function can(viewer: Viewer, action: SessionAction, people: SessionPeople): boolean {
  const isMentor = viewer.personId === people.mentorId;
  const isLearner = viewer.personId === people.learnerId;
  const isAdmin = viewer.roles.includes('ADMIN');
  const isTheirs = isMentor || (isLearner && !mentorActions.includes(action));
  return isTheirs || (isAdmin && isForAdmins[action]);
}

/** Whether the viewer may lower another's hand: the mentor that of the learner, whom they let speak. */
export function mayLowerFor(viewer: Viewer, personId: string, people: SessionPeople): boolean {
  return viewer.personId === people.mentorId && personId === people.learnerId;
}

/** Whether the viewer may add courses of their own. */
export function canAddCourses(viewer: Viewer): boolean {
  return viewer.roles.some((role) => role === 'MENTOR' || role === 'ADMIN');
}

/** Who has to do with a course: whoever made it, and the mentors who have, or had, sessions of it. */
export interface CoursePeople {
  readonly creatorId: string | null;
  readonly mentorIds: readonly string[];
}

/**
 * Whether the viewer may say anew what a course is about. To offer time for it is not enough: that
 * is everybody's own choice.
 */
export function canEditCourse(viewer: Viewer, { creatorId, mentorIds }: CoursePeople): boolean {
  if (viewer.roles.includes('ADMIN')) return true;
  const { personId } = viewer;
  const isTheirs = creatorId === personId || mentorIds.includes(personId);
  return isTheirs && viewer.roles.includes('MENTOR');
}

/** Whether the viewer may plan sessions in which they are the mentor. */
export function canSchedule(viewer: Viewer): boolean {
  return viewer.roles.includes('MENTOR');
}
