import type {
  EndReason,
  LeaveReason,
  SessionEventType,
  SessionOutcome,
} from '../../graphql/schema-types';
import { type Issue, issueText } from './issue-words';

/** What happened, as the log has it. */
export interface Turn {
  readonly type: SessionEventType;
  /** Whom it concerns; empty: nobody in particular. */
  readonly name: string;
  readonly leaveReason: LeaveReason | null;
  readonly endReason: EndReason | null;
  readonly outcome: SessionOutcome | null;
  /** What failed, or works again. */
  readonly issue: Issue | null;
  /** What the person said of a transcript or a recording, in words; else empty. */
  readonly said: string;
  /** Why a part of the recording failed; null where none did. */
  readonly recordingReason: string | null;
}

export interface TurnWords {
  readonly text: string;
  /** `bad` is trouble, `good` its end. */
  readonly tone: 'calm' | 'good' | 'bad';
}

const leaving: Readonly<Record<LeaveReason, string>> = {
  LEFT_BY_CHOICE: 'left',
  PAGE_CLOSED: 'closed or reloaded the page',
  CONNECTION_FAILED: 'lost the connection',
  MEDIA_SERVER_DOWN: 'was cut off: the media server was down',
  REMOVED: 'was put out of the room',
  SESSION_OVER: 'left when the session was over',
  UNKNOWN: 'was gone',
};

const troubles: readonly LeaveReason[] = ['CONNECTION_FAILED', 'MEDIA_SERVER_DOWN', 'UNKNOWN'];

const ending: Readonly<Record<EndReason, string>> = {
  TIME_UP: 'the time was up',
  ENDED_BY_MENTOR: 'the mentor ended it',
  AGREED: 'both agreed to finish',
  BOTH_GONE: 'both were gone',
  NO_SHOW: 'somebody did not come',
  CANCELLED: 'it was cancelled',
  NEVER_MET: 'the two never met',
};

const outcomes: Readonly<Record<SessionOutcome, string>> = {
  COMPLETED: 'completed',
  INCOMPLETE: 'incomplete',
  NO_SHOW: 'no-show',
  CANCELLED: 'cancelled',
};

const calm = (text: string): TurnWords => ({ text, tone: 'calm' });

const simple: Partial<Readonly<Record<SessionEventType, TurnWords>>> = {
  SESSION_SCHEDULED: calm('The session was planned'),
  SESSION_RESCHEDULED: calm('The session was moved'),
  SESSION_CANCELLED: calm('The session was cancelled'),
  SESSION_WAITING: calm('Somebody waits'),
  SESSION_STARTED: { text: 'The session started', tone: 'good' },
  SESSION_PAUSED: { text: 'The session paused', tone: 'bad' },
  SESSION_RESUMED: { text: 'The session went on', tone: 'good' },
  NO_SHOW_NOTICED: { text: 'Somebody had not come', tone: 'bad' },
  RECORDING_STARTED: calm('The recording began'),
  RECORDING_ENDED: calm('The recording stopped'),
  RECORDING_FAILED: { text: 'The recording failed', tone: 'bad' },
  RECORDING_READY: { text: 'The recording can be watched', tone: 'good' },
  TIME_LEFT_ANNOUNCED: calm('The time left was announced'),
};

/** Of each person what they did. */
const deeds: Partial<Readonly<Record<SessionEventType, (name: string) => TurnWords>>> = {
  CONNECTION_JOINED: (name) => ({ text: `${name} came`, tone: 'good' }),
  CONNECTION_LOST: (name) => ({ text: `${name} was not to be seen any more`, tone: 'bad' }),
  CONNECTION_SEEN: (name) => ({ text: `${name} was seen again`, tone: 'good' }),
  CONNECTION_SILENT: (name) => ({ text: `Nothing had come to ${name} for a while`, tone: 'bad' }),
  RESCHEDULE_PROPOSED: (name) => calm(`${name} proposed another time`),
  RESCHEDULE_DECLINED: (name) => calm(`${name} declined another time`),
  RESCHEDULE_WITHDRAWN: (name) => calm(`${name} took the proposal back`),
  FINISH_AGREED: (name) => calm(`${name} wanted to finish early`),
  FINISH_WITHDRAWN: (name) => calm(`${name} took that back`),
};

/** What happened, in words for whoever runs the place. */
export function turnWords(turn: Turn): TurnWords {
  const { type, name, leaveReason } = turn;
  const who = name === '' ? 'Somebody' : name;
  if (type === 'CONNECTION_LEFT') return leftWords(who, leaveReason ?? 'UNKNOWN');
  if (type === 'SESSION_ENDED') return endWords(turn);
  return (
    toldWords(who, turn) ??
    simple[type] ??
    deeds[type]?.(who) ??
    calm(type.toLowerCase().replaceAll('_', ' '))
  );
}

/** What names more than its kind: a failure, also of the recording, or what somebody agreed to. */
function toldWords(who: string, { issue, said, recordingReason }: Turn): TurnWords | null {
  if (issue) return issueWords(who, issue);
  if (recordingReason !== null) {
    return { text: `The recording failed: ${recordingReason}`, tone: 'bad' };
  }
  return said === '' ? null : calm(`${who} ${said}`);
}

function leftWords(who: string, reason: LeaveReason): TurnWords {
  return { text: `${who} ${leaving[reason]}`, tone: troubles.includes(reason) ? 'bad' : 'calm' };
}

function issueWords(who: string, issue: Issue): TurnWords {
  return { text: issueText(who, issue), tone: issue.durationMs === null ? 'bad' : 'good' };
}

function endWords({ endReason, outcome }: Turn): TurnWords {
  const why = endReason === null ? '' : `: ${ending[endReason]}`;
  return calm(`The session ended${why}${outcome === null ? '' : ` (${outcomes[outcome]})`}`);
}

/** `heard of 2.4 s later` where something was heard of noticeably later than it happened, else empty. */
export function delayText(at: number, recordedAt: number): string {
  const ms = recordedAt - at;
  return ms < 1000 ? '' : `heard of ${(ms / 1000).toFixed(1)} s later`;
}
