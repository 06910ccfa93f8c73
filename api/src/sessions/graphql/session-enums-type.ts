import { registerEnumType } from 'type-graphql';
import type {
  ConsentKind,
  ConsentPolicy,
  EndReason,
  LeaveReason,
  SessionEventType,
  SessionOutcome,
  SessionPhase,
  SessionStatus,
} from '../domain/session-event.ts';
import type { TopicState } from '../domain/topic-times.ts';
import type { IssueKind } from '../domain/tech-issue.ts';
import type { SessionFilter } from '../store/list-request.ts';

/** Makes an enumeration of the schema of the words of the domain, each with its meaning. */
function enumeration<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): Readonly<Record<T, T>> {
  const words = Object.keys(values) as T[];
  const type = Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>;
  const valuesConfig = Object.fromEntries(
    words.map((word) => [word, { description: values[word] }]),
  ) as Record<T, { description: string }>;
  registerEnumType(type, { name, description, valuesConfig });
  return type;
}

export const SessionStatusEnum = enumeration<SessionStatus>(
  'SessionStatus',
  'The stored status of a session, the same for everybody.',
  {
    SCHEDULED: 'Nobody has come yet.',
    WAITING: 'One of the two is in the room, or was; they have not met yet.',
    ACTIVE: 'Both are in the room and the clock runs.',
    PAUSED: 'They have met, one of them is away and the clock stands.',
    ENDED: 'The session is over, for whatever reason.',
  },
);

export const SessionPhaseEnum = enumeration<SessionPhase>(
  'SessionPhase',
  'Where a session stands at an instant, for one viewer.',
  {
    EARLY: 'The join window is not open yet.',
    JOINABLE: 'The viewer may enter.',
    WAITING: 'The viewer is in the room and waits for the other.',
    IN_PROGRESS: 'Both are in the room.',
    PAUSED: 'They have met and one of them is away.',
    ENDED: 'The session is over.',
    NO_SHOW: 'Somebody did not come in time.',
    CANCELLED: 'The session was cancelled.',
  },
);

export const SessionOutcomeEnum = enumeration<SessionOutcome>(
  'SessionOutcome',
  'How an ended session counts.',
  {
    COMPLETED: 'Enough time was spent together, or both agreed to finish early.',
    INCOMPLETE: 'It ended before enough time was spent together.',
    NO_SHOW: 'Somebody did not come.',
    CANCELLED: 'It was cancelled.',
  },
);

export const EndReasonEnum = enumeration<EndReason>('EndReason', 'Why a session ended.', {
  TIME_UP: 'No time was left.',
  ENDED_BY_MENTOR: 'The mentor ended it.',
  AGREED: 'Both agreed to finish early.',
  BOTH_GONE: 'Both were away for longer than the rejoin window.',
  NO_SHOW: 'Somebody did not come.',
  CANCELLED: 'It was cancelled.',
  NEVER_MET: 'Both came, but never at the same time.',
});

export const LeaveReasonEnum = enumeration<LeaveReason>(
  'LeaveReason',
  'Why a connection left the room.',
  {
    LEFT_BY_CHOICE: 'The person pressed leave.',
    PAGE_CLOSED: 'The page was closed or reloaded.',
    CONNECTION_FAILED: 'The connection broke.',
    MEDIA_SERVER_DOWN: 'The media server stopped or could not be reached.',
    REMOVED: 'The person was put out of the room.',
    SESSION_OVER: 'The session ended.',
    UNKNOWN: 'Not known.',
  },
);

export const IssueKindEnum = enumeration<IssueKind>('IssueKind', 'What failed for a person.', {
  MEDIA_CONNECTION: 'The connection for picture and sound broke in mid-call.',
  NO_MEDIA: 'The connection stands, and no picture or sound comes.',
  BACKUP_SERVER: 'Nothing gets through by the usual servers, so others are tried.',
  SOCKET: 'The connection for everything else broke.',
  DEVICE: 'A camera, a microphone or a loudspeaker does not work.',
  BANDWIDTH: 'The line is too slow for the picture.',
  JOIN: 'The person wanted to join and did not get in.',
});

export const ConsentKindEnum = enumeration<ConsentKind>(
  'ConsentKind',
  'What is done with what the two say and show only if both want it.',
  {
    TRANSCRIPT: 'What is said is written down.',
    RECORDING: 'Picture and sound are kept.',
  },
);

export const ConsentPolicyEnum = enumeration<ConsentPolicy>(
  'ConsentPolicy',
  'Whether a course has it at all, and who asks for it. Without both persons’ consent it never runs.',
  {
    OFF: 'Nobody can ask for it.',
    ON_REQUEST: 'Either of the two may ask the other.',
    ALWAYS_ASK: 'Both are asked when they are in the room.',
  },
);

export const TopicStateEnum = enumeration<TopicState>(
  'TopicState',
  'How a topic of the plan stands.',
  {
    PLANNED: 'It is to come, or was left for another one.',
    CURRENT: 'It is talked about; of an ended session, the one at which it ended.',
    DONE: 'The mentor marked it as done.',
  },
);

export const SessionFilterEnum = enumeration<SessionFilter>(
  'SessionFilter',
  'Which of the viewer’s sessions to list.',
  {
    UPCOMING: 'Those that have not ended, the earliest first.',
    PAST: 'Those that have ended, the latest first.',
  },
);

export const SessionEventTypeEnum = enumeration<SessionEventType>(
  'SessionEventType',
  'What happened, in the log of a session.',
  {
    SESSION_SCHEDULED: 'The session was planned.',
    SESSION_RESCHEDULED: 'Its times changed.',
    SESSION_CANCELLED: 'It was cancelled; `SESSION_ENDED` follows.',
    RESCHEDULE_PROPOSED:
      'The person proposes other times. It takes the place of a proposal that was open.',
    RESCHEDULE_DECLINED: 'The person declines the proposal of the other.',
    RESCHEDULE_WITHDRAWN: 'The person takes their own proposal back.',
    CONNECTION_JOINED: 'A connection of the person entered the room.',
    CONNECTION_LEFT: 'A connection of the person left the room.',
    CONNECTION_LOST: 'A connection of the person was found missing.',
    CONNECTION_SEEN: 'A connection that was taken for lost is there after all.',
    CONNECTION_SILENT: 'Nothing came over a connection of the person for a while, until then.',
    SESSION_WAITING: 'The first person is in the room.',
    SESSION_STARTED: 'Both are in the room for the first time; the clock runs.',
    SESSION_PAUSED: 'One is away; the clock stands.',
    SESSION_RESUMED: 'Both are back; the clock runs again.',
    NO_SHOW_NOTICED: 'One waits, and the other has not come in time.',
    TIME_LEFT_ANNOUNCED: 'Little time is left.',
    FINISH_AGREED: 'The person agrees to finish early.',
    FINISH_WITHDRAWN: 'The person no longer asks to finish early.',
    SESSION_ENDED: 'The session is over.',
    MESSAGE_SENT: 'The person wrote in the chat.',
    FEEDBACK_GIVEN: 'The person rated the session.',
    READINESS_REPORTED: 'The person tried their devices for the session.',
    TOPIC_ADDED: 'The mentor added a topic.',
    TOPIC_RENAMED: 'The mentor renamed a topic.',
    TOPIC_MOVED: 'The mentor gave a topic another place.',
    TOPIC_REMOVED: 'The mentor took a topic out of the plan.',
    TOPIC_STARTED: 'A topic became the current one.',
    TOPIC_DONE: 'The mentor marked a topic as done.',
    TOPIC_REOPENED: 'The mentor took the mark of a topic back.',
    ANNOTATION_ADDED: 'The mentor wrote an annotation.',
    ANNOTATION_EDITED: 'The mentor changed an annotation.',
    ANNOTATION_WITHDRAWN: 'The mentor withdrew an annotation.',
    RESOURCE_SHARED: 'The mentor shared a link.',
    RESOURCE_REMOVED: 'The mentor took a link back.',
    HAND_RAISED: 'The person raised their hand.',
    HAND_LOWERED: 'The person lowered their hand.',
    TECH_ISSUE: 'Something failed for the person.',
    TECH_ISSUE_OVER: 'What failed for the person works again.',
    CONSENT_ASKED: 'The person asked for a transcript or a recording, and agrees to it.',
    CONSENT_GIVEN: 'The person agreed to a transcript or a recording.',
    CONSENT_DECLINED: 'The person did not agree to a transcript or a recording.',
    CONSENT_PAUSED: 'The person went off the record.',
    CONSENT_RESUMED: 'The person wants to go on after they, or the other, went off the record.',
    CONSENT_WITHDRAWN: 'The person withdrew what they had agreed to.',
    RECORDING_STARTED: 'A part of the recording began.',
    RECORDING_ENDED: 'A part of the recording ended.',
    RECORDING_FAILED: 'A part of the recording failed.',
    RECORDING_READY: 'The recording can be watched.',
  },
);
