/** Reminders of a start, the longest before it first. */
export const reminderKinds = [
  'REMINDER_DAY',
  'REMINDER_HOUR',
  'REMINDER_QUARTER',
  'STARTING',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What is told because something happened to the plan. */
export type NewsKind =
  | 'SESSION_SCHEDULED'
  | 'SESSION_RESCHEDULED'
  | 'SESSION_CANCELLED'
  | 'RESCHEDULE_PROPOSED'
  | 'RESCHEDULE_DECLINED';

/** `REJOIN`: the person dropped out, and may come back. `RECORDING_READY`: what was recorded can be watched. */
export type NoticeKind = ReminderKind | NewsKind | 'REJOIN' | 'RECORDING_READY';

export const noticeChannels = ['EMAIL', 'PUSH', 'IN_APP'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** How long before the start each reminder is due. */
export type Leads = Readonly<Record<ReminderKind, number>>;

export interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What the words of a notice need and the session may not say any more. */
export interface NoticeFacts {
  readonly endsAt: number;
  /** Who did what it tells of; `null` where that is nobody's deed. */
  readonly by: string | null;
  /** A reason or a note, in that person's words; may be empty. */
  readonly said: string;
  /** Times that are proposed; of a moved session, the one before. */
  readonly times: readonly Times[];
}

/** That one person is to be told one thing; there is at most one of each. */
export interface Notice {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly startsAt: number;
  /**
   * Place of the event that it tells of; 0 for a reminder, which the start alone calls for; for who
   * dropped out, which of their stays ended.
   */
  readonly seq: number;
  readonly dueAt: number;
  /** From here on it is of no use. */
  readonly expiresAt: number;
  readonly facts: NoticeFacts;
}

export function isReminder(kind: NoticeKind): kind is ReminderKind {
  return reminderKinds.some((reminder) => reminder === kind);
}

/** What makes two notices of a session the same one. */
export function keyOf({ personId, kind, startsAt, seq }: Notice): string {
  return [personId, kind, startsAt, seq].join(' ');
}
