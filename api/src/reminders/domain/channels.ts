import {
  isReminder,
  type Leads,
  type NoticeChannel,
  noticeChannels,
  type NoticeKind,
  type ReminderKind,
  reminderKinds,
} from './notice.ts';

type Lead = 'DAY' | 'HOUR' | 'QUARTER' | 'START';

/** On which ways a person wants which reminder. */
export interface ReminderChoices {
  readonly reminders: readonly {
    readonly lead: Lead;
    readonly channels: readonly NoticeChannel[];
  }[];
}

const leadOf: Readonly<Record<ReminderKind, Lead>> = {
  REMINDER_DAY: 'DAY',
  REMINDER_HOUR: 'HOUR',
  REMINDER_QUARTER: 'QUARTER',
  STARTING: 'START',
};

/** The ways on which a notice goes to a person; news of the plan go on all of them, and who dropped out is near. */
export function channelsOf(kind: NoticeKind, choices: ReminderChoices): readonly NoticeChannel[] {
  if (kind === 'REJOIN') return ['PUSH'];
  if (!isReminder(kind)) return noticeChannels;
  return choices.reminders.find(({ lead }) => lead === leadOf[kind])?.channels ?? [];
}

/** A way that a notice takes, as itself or in the place of one that leads nowhere. */
export interface Way {
  readonly channel: NoticeChannel;
  /** E-mail for somebody whom push does not reach. */
  readonly standsIn: boolean;
}

/** Whether e-mail may take the place of push: it comes too late for what passes in two minutes. */
export function mayStandIn(kind: NoticeKind): boolean {
  return kind !== 'REJOIN';
}

/** For who has no device, e-mail takes the place of push, unless e-mail goes out anyway. */
export function waysOf(channels: readonly NoticeChannel[], hasDevice: boolean): readonly Way[] {
  return channels.flatMap((channel): Way[] => {
    if (channel !== 'PUSH' || hasDevice) return [{ channel, standsIn: false }];
    return channels.includes('EMAIL') ? [] : [{ channel: 'EMAIL', standsIn: true }];
  });
}

/**
 * Whether a reminder that is late is followed by now, on the same way, by the next one of the same
 * start: after an outage a person is told the latest of them, and not all at once.
 */
export function isOutdone(
  reminder: {
    readonly kind: NoticeKind;
    readonly channel: NoticeChannel;
    readonly startsAt: number;
  },
  choices: ReminderChoices,
  leads: Leads,
  now: number,
): boolean {
  const { kind, channel, startsAt } = reminder;
  if (!isReminder(kind)) return false;
  return reminderKinds
    .filter((other) => leads[other] < leads[kind] && startsAt - leads[other] <= now)
    .some((other) => channelsOf(other, choices).includes(channel));
}
