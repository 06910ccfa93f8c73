import type { ViewerQuery } from '../account/account-operations';
import type { Presence } from '../graphql/schema-types';
import type { NoticePartsFragment } from '../notices/notices-operations';
import type { PreferencesPartsFragment } from '../preferences/preferences-operations';
import { usualPreferences } from '../preferences/preferences-store';
import type { SessionPageFragment } from '../session/session-lists-operations';
import type {
  ClockPartsFragment,
  SessionCardFragment,
  SessionDetailsFragment,
} from '../session/session-operations';

const minuteMs = 60_000;
type Person = SessionDetailsFragment['mentor']['person'];
type Participant = SessionDetailsFragment['mentor'];
type Consent = SessionDetailsFragment['consents'][number];
type Topic = SessionDetailsFragment['topics'][number];

/** When the session of a test starts, if it does not matter: noon in London, 13:00 in Berlin. */
export const startsAt = Date.parse('2030-03-04T12:00:00Z');

/** The instant so many minutes after the start; before it, if negative. */
export function minutesIn(minutes: number): number {
  return startsAt + minutes * minuteMs;
}

export function isoAt(minutes: number): string {
  return new Date(minutesIn(minutes)).toISOString();
}

export const mia: Person = {
  id: 'mia',
  displayName: 'Mia Mentor',
  avatarUrl: null,
  initials: 'MM',
};
export const leo: Person = {
  id: 'leo',
  displayName: 'Leo Learner',
  avatarUrl: null,
  initials: 'LL',
};

export function aMentor(presence: Presence = 'ABSENT'): Participant {
  return {
    role: 'MENTOR',
    presence,
    since: null,
    handRaisedAt: null,
    person: mia,
    readiness: null,
  };
}

export function aLearner(presence: Presence = 'ATTENDING'): Participant {
  return {
    role: 'LEARNER',
    presence,
    since: null,
    handRaisedAt: null,
    person: leo,
    readiness: null,
  };
}

/** The clock of an hour that starts at `startsAt`. */
export function aClock(parts: Partial<ClockPartsFragment> = {}): ClockPartsFragment {
  return {
    phase: 'JOINABLE',
    serverTime: isoAt(-10),
    startsAt: isoAt(0),
    joinOpensAt: isoAt(-15),
    endsAt: isoAt(60),
    latestEndAt: isoAt(75),
    plannedMs: 60 * minuteMs,
    activeMs: 0,
    runningSince: null,
    ...parts,
  };
}

/** A topic that is to come. */
export function aTopic(id: string, parts: Partial<Topic> = {}): Topic {
  const standing = { state: 'PLANNED', activeMs: 0, doneAt: null, startedAt: null } as const;
  return { id, position: 0, title: `Topic ${id}`, ...standing, ...parts };
}

/** Leo's session with Mia, ten minutes before its start. */
export function aSession(parts: Partial<SessionDetailsFragment> = {}): SessionDetailsFragment {
  const mentor = parts.mentor ?? aMentor();
  const learner = parts.learner ?? aLearner();
  return {
    id: 'session-1',
    title: 'Closures',
    course: { id: 'course-1', title: 'JavaScript in depth', keepsTranscript: true },
    viewerRole: 'LEARNER',
    outcome: null,
    endReason: null,
    finishAgreedBy: [],
    consents: [],
    cancelReason: null,
    cancelledBy: null,
    actualStart: null,
    actualEnd: null,
    missing: [],
    mentor,
    learner,
    other: parts.viewerRole === 'MENTOR' ? learner : mentor,
    clock: aClock(),
    topics: [],
    viewerFeedback: null,
    rescheduleProposal: null,
    recording: null,
    keepsChat: true,
    cursor: 'cursor-0',
    ...parts,
  };
}

/** A transcript that both are asked about and nobody has answered yet. */
export function aConsent(parts: Partial<Consent> = {}): Consent {
  return {
    ...{ kind: 'TRANSCRIPT', policy: 'ALWAYS_ASK', status: 'ASKED', by: null, engine: null },
    ...{ agreedBy: [], pausedBy: [], resumeAskedBy: null },
    ...parts,
  };
}

/** The same session with both in it, ten minutes after its start. */
export function aRunningSession(
  parts: Partial<SessionDetailsFragment> = {},
): SessionDetailsFragment {
  return aSession({
    actualStart: isoAt(0),
    mentor: aMentor('IN_ROOM'),
    learner: aLearner('IN_ROOM'),
    clock: aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0), serverTime: isoAt(10) }),
    ...parts,
  });
}

export function aCard(parts: Partial<SessionCardFragment> = {}): SessionCardFragment {
  const { id, title, course, viewerRole, outcome, actualStart, actualEnd, ...rest } = aSession();
  const { other, mentor, learner, clock, ...more } = rest;
  const { cancelReason, cancelledBy, viewerFeedback, rescheduleProposal, recording } = more;
  return {
    ...{ id, title, course, viewerRole, outcome, actualStart, actualEnd },
    ...{ other, mentor, learner, clock, cancelReason, cancelledBy },
    ...{ viewerFeedback, rescheduleProposal, recording },
    ...parts,
  };
}

/** A page of a list, at its end unless more begins behind `endCursor`. */
export function aPage(
  cards: readonly SessionCardFragment[],
  endCursor: string | null = null,
): SessionPageFragment {
  const edges = cards.map((node) => ({ node }));
  return { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } };
}

export function aViewer(
  parts: Partial<NonNullable<ViewerQuery['viewer']>> = {},
): NonNullable<ViewerQuery['viewer']> {
  return {
    email: 'leo@example.org',
    roles: ['LEARNER'],
    timeZone: 'Europe/London',
    person: leo,
    ...parts,
  };
}

/** The preferences of somebody who chose nothing but their time zone. */
export function thePreferences(
  parts: Partial<PreferencesPartsFragment> = {},
): PreferencesPartsFragment {
  return { revision: 1, ...usualPreferences, timeZone: 'Europe/London', ...parts };
}

/** What Leo is told of his session with Mia. */
export function aNotice(parts: Partial<NoticePartsFragment> = {}): NoticePartsFragment {
  return {
    id: 'notice-1',
    kind: 'SESSION_SCHEDULED',
    title: 'New session: Closures',
    text: 'With Mia Mentor, tomorrow at 12:00.',
    sentAt: isoAt(-30),
    readAt: null,
    path: '/session/session-1',
    ...parts,
  };
}
