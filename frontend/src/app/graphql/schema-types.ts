export type ConnectionState =
  | 'BACK'
  | 'LOST';

export type EndReason =
  | 'AGREED'
  | 'BOTH_GONE'
  | 'CANCELLED'
  | 'ENDED_BY_MENTOR'
  | 'NEVER_MET'
  | 'NO_SHOW'
  | 'TIME_UP';

export type EndSessionInput = {
  readonly sessionId: string;
};

export type GiveFeedbackInput = {
  readonly comment?: string;
  readonly rating: number;
  readonly sessionId: string;
};

export type JoinSessionInput = {
  readonly connectionId: string;
  readonly sessionId: string;
};

export type LeaveReason =
  | 'CONNECTION_FAILED'
  | 'LEFT_BY_CHOICE'
  | 'MEDIA_SERVER_DOWN'
  | 'PAGE_CLOSED'
  | 'REMOVED'
  | 'SESSION_OVER'
  | 'UNKNOWN';

export type LeaveSessionInput = {
  readonly connectionId: string;
  readonly reason: LeaveReason;
  readonly sessionId: string;
};

export type Presence =
  | 'ABSENT'
  | 'ATTENDING'
  | 'AWAY'
  | 'IN_ROOM';

export type ReportConnectionInput = {
  readonly at: string;
  readonly connectionId: string;
  readonly sessionId: string;
  readonly sid: string;
  readonly state: ConnectionState;
};

export type Role =
  | 'ADMIN'
  | 'LEARNER'
  | 'MENTOR';

export type SendMessageInput = {
  readonly messageId: string;
  readonly sessionId: string;
  readonly text: string;
};

export type SessionEventType =
  | 'CONNECTION_JOINED'
  | 'CONNECTION_LEFT'
  | 'CONNECTION_LOST'
  | 'CONNECTION_SEEN'
  | 'FEEDBACK_GIVEN'
  | 'FINISH_AGREED'
  | 'MESSAGE_SENT'
  | 'NO_SHOW_NOTICED'
  | 'SESSION_CANCELLED'
  | 'SESSION_ENDED'
  | 'SESSION_PAUSED'
  | 'SESSION_RESCHEDULED'
  | 'SESSION_RESUMED'
  | 'SESSION_SCHEDULED'
  | 'SESSION_STARTED'
  | 'SESSION_WAITING'
  | 'TIME_LEFT_ANNOUNCED';

export type SessionFilter =
  | 'PAST'
  | 'UPCOMING';

export type SessionOutcome =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'INCOMPLETE'
  | 'NO_SHOW';

export type SessionPhase =
  | 'CANCELLED'
  | 'EARLY'
  | 'ENDED'
  | 'IN_PROGRESS'
  | 'JOINABLE'
  | 'NO_SHOW'
  | 'PAUSED'
  | 'WAITING';
