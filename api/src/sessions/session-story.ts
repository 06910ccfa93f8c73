/** Something that happened to the plan of a session, with its place in the log. */
export interface PlanRecord {
  readonly seq: number;
  readonly type: string;
  readonly personId: string | null;
  readonly at: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Somebody was in the room, did not mean to go, and is not back. */
export interface Drop {
  readonly personId: string;
  readonly at: number;
  /** Until when they are waited for. */
  readonly until: number;
  /** Which of their stays it was that ended so, from 1. */
  readonly stay: number;
}

/** What others have to know of a session to tell people of it: its facts, and how its plan came about. */
export interface SessionStory {
  readonly id: string;
  readonly title: string;
  readonly courseTitle: string;
  readonly mentorId: string;
  readonly learnerId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** It does not go on beyond this. */
  readonly lastEndsAt: number;
  /** Whether the two have been there together. */
  readonly hasMet: boolean;
  readonly isOver: boolean;
  readonly drops: readonly Drop[];
  /** In the order of the log. */
  readonly plan: readonly PlanRecord[];
}
