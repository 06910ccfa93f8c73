import type { Person } from '../accounts/person.ts';
import type { OpenPages } from './attending.ts';
import type { ConsentPolicy } from './domain/session-event.ts';
import type { Readiness } from './domain/readiness.ts';
import type { SessionRules } from './domain/session-rules.ts';
import type { SessionState } from './domain/session-state.ts';
import type { KeptTopic } from './domain/topic-times.ts';

/** A session with all that is shown of it, as it stood at `now`. */
export interface SessionSnapshot {
  readonly id: string;
  readonly title: string;
  readonly course: CourseRecord;
  readonly mentor: Person;
  readonly learner: Person;
  /** The plan in order, with what was removed from it. */
  readonly topics: readonly TopicRecord[];
  readonly lastSeq: number;
  readonly state: SessionState;
  /** Whose page shows the session, and since when. */
  readonly attending: OpenPages;
  /** Who has tried their devices, and what they found. */
  readonly readiness: ReadonlyMap<string, Readiness>;
  /** When each person raised the hand that they have not lowered since. */
  readonly hands: ReadonlyMap<string, number>;
  readonly rules: SessionRules;
  readonly now: number;
}

export interface CourseRecord {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly links: readonly CourseLink[];
  /** Whether what was said stays after a session. */
  readonly keepsTranscript: boolean;
  readonly transcriptConsent: ConsentPolicy;
  readonly recordingConsent: ConsentPolicy;
  /** Who made it; `null` where that was the operator, or nobody knows. */
  readonly creatorId: string | null;
  /** Chats of sessions that ended since then are not kept; `null` where all are. */
  readonly chatUnkeptSince: number | null;
}

/** Something to read or do for a course, elsewhere. */
export interface CourseLink {
  readonly title: string;
  readonly url: string;
}

export interface TopicRecord extends KeptTopic {
  readonly title: string;
}
