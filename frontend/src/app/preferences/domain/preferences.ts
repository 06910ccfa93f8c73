import type { NoticeChannel, ReminderLead } from '../../graphql/schema-types';

/** On which ways one of the reminders comes. */
interface ReminderPreference {
  readonly lead: ReminderLead;
  readonly channels: readonly NoticeChannel[];
}

/** How somebody wants PeerLearn to be. */
export interface Preferences {
  readonly chimeFiveMinutes: boolean;
  readonly chimeOneMinute: boolean;
  readonly chimeTenSeconds: boolean;
  /** Of chimes and voice, 0 to 100. */
  readonly volume: number;
  readonly voice: boolean;
  readonly autoJoin: boolean;
  /** One for each lead, the earliest first. */
  readonly reminders: readonly ReminderPreference[];
  /** IANA name; `null` where none was chosen yet. */
  readonly timeZone: string | null;
}

/** What is to change; reminders that are not named stay. */
export type PreferencesPatch = Partial<Preferences>;

const everyWay: readonly NoticeChannel[] = ['EMAIL', 'PUSH', 'IN_APP'];
const leads: readonly ReminderLead[] = ['DAY', 'HOUR', 'QUARTER', 'START'];

/** How PeerLearn is for somebody who chose nothing. */
export const usualPreferences: Preferences = {
  chimeFiveMinutes: true,
  chimeOneMinute: true,
  chimeTenSeconds: true,
  volume: 70,
  voice: false,
  autoJoin: false,
  reminders: leads.map((lead) => ({ lead, channels: everyWay })),
  timeZone: null,
};

/** The preferences with all the patches on them, the last one on top. */
export function patched(
  preferences: Preferences,
  patches: readonly PreferencesPatch[],
): Preferences {
  return patches.reduce<Preferences>((before, { reminders = [], ...plain }) => {
    const changed = before.reminders.map(
      (reminder) => reminders.find(({ lead }) => lead === reminder.lead) ?? reminder,
    );
    return { ...before, ...plain, reminders: changed };
  }, preferences);
}

/** One patch that does what these do one after the other. */
export function asOne(patches: readonly PreferencesPatch[]): PreferencesPatch {
  return patches.reduce<PreferencesPatch>((before, patch) => {
    const [earlier = [], later] = [before.reminders, patch.reminders];
    if (!later) return { ...before, ...patch };
    const kept = earlier.filter(({ lead }) => !later.some((reminder) => reminder.lead === lead));
    return { ...before, ...patch, reminders: [...kept, ...later] };
  }, {});
}
