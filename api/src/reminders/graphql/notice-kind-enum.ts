import { registerEnumType } from 'type-graphql';
import type { NoticeKind } from '../domain/notice.ts';

const meanings: Readonly<Record<NoticeKind, string>> = {
  REMINDER_DAY: 'A session starts in a day.',
  REMINDER_HOUR: 'A session starts in an hour.',
  REMINDER_QUARTER: 'A session starts in a quarter of an hour.',
  STARTING: 'A session is starting.',
  SESSION_SCHEDULED: 'A session was planned.',
  SESSION_RESCHEDULED: 'A session was moved.',
  SESSION_CANCELLED: 'A session was cancelled.',
  RESCHEDULE_PROPOSED: 'The other person would like to move a session.',
  RESCHEDULE_DECLINED: 'The other person would not like to move it.',
  REJOIN: 'The person dropped out of a session and may come back; told on devices alone.',
  RECORDING_READY: 'The recording of a session can be watched.',
};

const kinds = Object.keys(meanings) as NoticeKind[];

/** The kinds of notices as GraphQL names them. */
export const NoticeKindEnum = Object.fromEntries(kinds.map((kind) => [kind, kind])) as Readonly<
  Record<NoticeKind, NoticeKind>
>;

registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: 'What a person is told: that a session is to come, or what happened to its plan.',
  valuesConfig: Object.fromEntries(kinds.map((kind) => [kind, { description: meanings[kind] }])),
});
