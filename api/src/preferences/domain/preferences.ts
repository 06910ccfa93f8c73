/** How long before a session a reminder goes out: 24 hours, 1 hour, 15 minutes, 1 minute. */
export const reminderLeads = ['DAY', 'HOUR', 'QUARTER', 'START'] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** The ways on which a reminder can come. */
export const noticeChannels = ['EMAIL', 'PUSH', 'IN_APP'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** On which ways one of the reminders comes; on none it does not come at all. */
export interface ReminderPreference {
  readonly lead: ReminderLead;
  readonly channels: readonly NoticeChannel[];
}

/** What somebody can switch, apart from their time zone, which belongs to the person. */
export interface Choices {
  readonly chimeFiveMinutes: boolean;
  readonly chimeOneMinute: boolean;
  readonly chimeTenSeconds: boolean;
  /** Of chimes and voice, 0 to 100. */
  readonly volume: number;
  readonly voice: boolean;
  readonly autoJoin: boolean;
  /** One for each lead, the longest first. */
  readonly reminders: readonly ReminderPreference[];
}

/** How somebody wants PeerLearn to be. */
export interface Preferences extends Choices {
  /** Rises with each change. */
  readonly revision: number;
  /** IANA name; `null` where none was chosen yet. */
  readonly timeZone: string | null;
}

export const defaultChoices: Choices = {
  chimeFiveMinutes: true,
  chimeOneMinute: true,
  chimeTenSeconds: true,
  volume: 70,
  voice: false,
  autoJoin: false,
  reminders: reminderLeads.map((lead) => ({ lead, channels: noticeChannels })),
};
