import type {
  NoticeChannel,
  NoticeDeliveryFilter,
  NoticeKind,
  Role,
  SessionStatus,
} from '../../graphql/schema-types';

export const statusWords: Readonly<Record<SessionStatus, string>> = {
  SCHEDULED: 'Scheduled',
  WAITING: 'Waiting',
  ACTIVE: 'In progress',
  PAUSED: 'Paused',
  ENDED: 'Ended',
};

export const roleWords: Readonly<Record<Role, string>> = {
  MENTOR: 'Mentors',
  LEARNER: 'Learners',
  ADMIN: 'Administrators',
};

export const channelWords: Readonly<Record<NoticeChannel, string>> = {
  EMAIL: 'E-mail',
  PUSH: 'Push',
  IN_APP: 'In the app',
};

export const kindWords: Readonly<Record<NoticeKind, string>> = {
  REMINDER_DAY: 'Reminder, 24 hours',
  REMINDER_HOUR: 'Reminder, 1 hour',
  REMINDER_QUARTER: 'Reminder, 15 minutes',
  STARTING: 'Session is starting',
  SESSION_SCHEDULED: 'Session scheduled',
  SESSION_RESCHEDULED: 'Session moved',
  SESSION_CANCELLED: 'Session cancelled',
  RESCHEDULE_PROPOSED: 'New times proposed',
  RESCHEDULE_DECLINED: 'New times declined',
  REJOIN: 'Dropped out, asked back',
  RECORDING_READY: 'Recording ready',
};

export const partWords: Readonly<Record<string, string>> = {
  database: 'Database',
  jobs: 'Alarm clock',
  media: 'Media server',
  storage: 'Files',
  redis: 'Redis',
  mail: 'Mail server',
};

export interface FilterWords {
  readonly filter: NoticeDeliveryFilter;
  readonly name: string;
  /** What is said where there is none. */
  readonly none: string;
}

export const filterWords: readonly FilterWords[] = [
  { filter: 'DUE', name: 'Due', none: 'Nothing is to go out: no session is planned.' },
  { filter: 'SENT', name: 'Sent', none: 'Nothing has gone out yet.' },
  { filter: 'LATE', name: 'Late', none: 'Nothing was more than a minute late.' },
  { filter: 'FAILED', name: 'Failed', none: 'Nothing had to be given up.' },
];

const faults: readonly (readonly [RegExp, string])[] = [
  [/^EENVELOPE/, 'The mail server refused the address'],
  [/^EMESSAGE/, 'The mail server refused the mail'],
  [/^(EAUTH|ENOAUTH|EOAUTH2)/, 'The mail server refused the sign-in'],
  [/^(ECONN|ESOCKET|EDNS|ETIMEDOUT|ETLS|EPROTOCOL|EPROXY)/, 'The mail server could not be reached'],
  [/^no device answered$/, 'No device could be reached'],
];

/** What the reason for a failed attempt means, with its code for whoever looks further. */
export function faultText(reason: string): string {
  const words = faults.find(([pattern]) => pattern.test(reason))?.[1];
  if (words === undefined) return `Not taken (${reason})`;
  return reason.startsWith('E') ? `${words} (${reason})` : words;
}
