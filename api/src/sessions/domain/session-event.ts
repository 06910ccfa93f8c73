import type { DeviceResults } from './readiness.ts';
import type { IssueEvent } from './tech-issue.ts';

export type SessionStatus = 'SCHEDULED' | 'WAITING' | 'ACTIVE' | 'PAUSED' | 'ENDED';

/** Where a session stands at an instant, for one viewer. */
export type SessionPhase =
  'EARLY' | 'JOINABLE' | 'WAITING' | 'IN_PROGRESS' | 'PAUSED' | 'ENDED' | 'NO_SHOW' | 'CANCELLED';

export type SessionOutcome = 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW' | 'CANCELLED';

/** Ways to end for two people who have met. */
export type MetEndReason = 'TIME_UP' | 'ENDED_BY_MENTOR' | 'AGREED' | 'BOTH_GONE';

/** Ways to end for two people who have not met. */
export type UnmetEndReason = 'NO_SHOW' | 'NEVER_MET';

export type EndReason = MetEndReason | UnmetEndReason | 'CANCELLED';

export type LeaveReason =
  | 'LEFT_BY_CHOICE'
  | 'PAGE_CLOSED'
  | 'CONNECTION_FAILED'
  | 'MEDIA_SERVER_DOWN'
  | 'REMOVED'
  | 'SESSION_OVER'
  | 'UNKNOWN';

/** Something that happened in a session; `at` is the instant at which it did, not when it was told. */
interface Happened<Type extends string, Payload, PersonId extends string | null = null> {
  readonly type: Type;
  readonly personId: PersonId;
  readonly at: number;
  readonly payload: Readonly<Payload>;
}

/** What is done with what the two say and show only if both want it. */
export type ConsentKind = 'TRANSCRIPT' | 'RECORDING';

/** Whether a course has it at all, and who asks for it: one of the two, or the course at the beginning. */
export type ConsentPolicy = 'OFF' | 'ON_REQUEST' | 'ALWAYS_ASK';

type Nothing = Record<string, never>;
type Anyone = string | null;

interface ScheduledPayload {
  mentorId: string;
  learnerId: string;
  startsAt: number;
  endsAt: number;
}

/** When the session might be instead. */
export interface ProposedTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

interface ProposedPayload {
  proposalId: string;
  times: readonly ProposedTime[];
  note: string;
}

/** What happens to the plan. */
export type PlanEvent =
  | Happened<'SESSION_SCHEDULED', ScheduledPayload, Anyone>
  | Happened<'SESSION_RESCHEDULED', { startsAt: number; endsAt: number }, Anyone>
  | Happened<'SESSION_CANCELLED', { reason: string; by: string | null }, Anyone>
  | Happened<'RESCHEDULE_PROPOSED', ProposedPayload, string>
  | Happened<'RESCHEDULE_DECLINED', { proposalId: string; reason: string }, string>
  | Happened<'RESCHEDULE_WITHDRAWN', { proposalId: string }, string>;

/**
 * What was observed of one connection to the room. `sid` names the connection at the media server.
 * Who it is stands in `CONNECTION_JOINED`; the others may come before it, with nobody's name.
 */
export type ConnectionEvent =
  | Happened<'CONNECTION_JOINED', { sid: string; connectionId: string }, string>
  | Happened<'CONNECTION_LEFT', { sid: string; reason: LeaveReason }, Anyone>
  | Happened<'CONNECTION_LOST', { sid: string; lastSeenAt: number }, Anyone>
  | Happened<'CONNECTION_SEEN', { sid: string }, Anyone>
  | Happened<'CONNECTION_SILENT', { sid: string; from: number }, Anyone>;

/** What follows from plan, observations and time. */
export type LifeEvent =
  | Happened<'SESSION_WAITING', Nothing>
  | Happened<'SESSION_STARTED', Nothing>
  | Happened<'SESSION_PAUSED', Nothing>
  | Happened<'SESSION_RESUMED', Nothing>
  | Happened<'NO_SHOW_NOTICED', { missing: readonly string[] }>
  | Happened<'TIME_LEFT_ANNOUNCED', { minutes: number }>
  | Happened<'FINISH_AGREED' | 'FINISH_WITHDRAWN', Nothing, string>
  | Happened<'SESSION_ENDED', { reason: EndReason; outcome: SessionOutcome }, Anyone>;

/** In the log for its order and its readers; the state does not depend on it. */
export type SideEvent =
  | Happened<'MESSAGE_SENT', { messageId: string }, string>
  | Happened<'FEEDBACK_GIVEN', { rating: number }, string>
  | Happened<'READINESS_REPORTED', DeviceResults, string>
  | Happened<TopicEventType, TopicPayload, string>
  | Happened<AnnotationEventType, { annotationId: string }, string>
  | Happened<'RESOURCE_SHARED' | 'RESOURCE_REMOVED', { resourceId: string }, string>
  | Happened<'HAND_RAISED' | 'HAND_LOWERED', Nothing, string>
  | ConsentEvent
  | RecordingEvent
  | IssueEvent;

/** What the mentor does with the plan of topics; `TOPIC_STARTED` makes it the current one. */
type TopicEventType =
  | 'TOPIC_ADDED'
  | 'TOPIC_RENAMED'
  | 'TOPIC_MOVED'
  | 'TOPIC_REMOVED'
  | 'TOPIC_STARTED'
  | 'TOPIC_DONE'
  | 'TOPIC_REOPENED';

interface TopicPayload {
  topicId: string;
  /** Of a topic that is added or renamed. */
  title?: string;
  /** Behind which other one a topic is put; null: at the beginning. */
  afterId?: string | null;
}

type AnnotationEventType = 'ANNOTATION_ADDED' | 'ANNOTATION_EDITED' | 'ANNOTATION_WITHDRAWN';

/**
 * What the two say of a transcript or a recording. `CONSENT_ASKED` is the asker's own yes too; a no of
 * either is `CONSENT_DECLINED` as an answer, and `CONSENT_WITHDRAWN` after a yes.
 */
export type ConsentEventType =
  | 'CONSENT_ASKED'
  | 'CONSENT_GIVEN'
  | 'CONSENT_DECLINED'
  | 'CONSENT_PAUSED'
  | 'CONSENT_RESUMED'
  | 'CONSENT_WITHDRAWN';

export type ConsentEvent = Happened<ConsentEventType, { kind: ConsentKind }, string>;

/** What became of the recording: of one of its parts, and of all of it where it is ready. */
export type RecordingEvent =
  | Happened<'RECORDING_STARTED' | 'RECORDING_ENDED', { partId: string }>
  | Happened<'RECORDING_FAILED', { partId: string; reason?: string }>
  | Happened<'RECORDING_READY', Nothing>;

const recordingEventTypes = [
  'RECORDING_STARTED',
  'RECORDING_ENDED',
  'RECORDING_FAILED',
  'RECORDING_READY',
] as const satisfies readonly RecordingEvent['type'][];

/** Whether it is what became of the recording. */
export function isOfRecording(type: SessionEventType): boolean {
  return recordingEventTypes.some((one) => one === type);
}

/** All that is said of consent, in no order. */
export const consentEventTypes = [
  'CONSENT_ASKED',
  'CONSENT_GIVEN',
  'CONSENT_DECLINED',
  'CONSENT_PAUSED',
  'CONSENT_RESUMED',
  'CONSENT_WITHDRAWN',
] as const satisfies readonly ConsentEventType[];

/** Events that say nothing of phase and clock; the same list is in the index that serves the replay. */
export const sideEventTypes = [
  'MESSAGE_SENT',
  'FEEDBACK_GIVEN',
  'READINESS_REPORTED',
  'TOPIC_ADDED',
  'TOPIC_RENAMED',
  'TOPIC_MOVED',
  'TOPIC_REMOVED',
  'TOPIC_STARTED',
  'TOPIC_DONE',
  'TOPIC_REOPENED',
  'ANNOTATION_ADDED',
  'ANNOTATION_EDITED',
  'ANNOTATION_WITHDRAWN',
  'RESOURCE_SHARED',
  'RESOURCE_REMOVED',
  'HAND_RAISED',
  'HAND_LOWERED',
  'TECH_ISSUE',
  'TECH_ISSUE_OVER',
  ...consentEventTypes,
  ...recordingEventTypes,
] as const satisfies SideEvent['type'][];

/** Whether it is what one of the two said of a transcript or a recording. */
export function isConsent(event: SessionEvent): event is ConsentEvent {
  return consentEventTypes.some((one) => one === event.type);
}

/** Whether phase and clock do not depend on an event. */
export function isAside(event: SessionEvent): event is SideEvent {
  return sideEventTypes.some((side) => side === event.type);
}

/** What is read by streams of its own, or by whoever runs the place alone. */
const ownStreams: readonly SessionEventType[] = [
  'MESSAGE_SENT',
  'FEEDBACK_GIVEN',
  'ANNOTATION_ADDED',
  'ANNOTATION_EDITED',
  'ANNOTATION_WITHDRAWN',
  'RESOURCE_SHARED',
  'RESOURCE_REMOVED',
  'TECH_ISSUE',
  'TECH_ISSUE_OVER',
];

/**
 * Whether a session is shown as another after such an event, in its phase, its clock, its topics or
 * its people.
 */
export function isShown(type: SessionEventType): boolean {
  return !ownStreams.includes(type);
}

/** What the log of a session is made of. The outcome in `SESSION_ENDED` is the one known at the end. */
export type SessionEvent = PlanEvent | ConnectionEvent | LifeEvent | SideEvent;

/** An event that has no place in a log yet. */
export type NewEvent = SessionEvent;

export type SessionEventType = SessionEvent['type'];
