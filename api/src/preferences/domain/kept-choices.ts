import {
  type Choices,
  defaultChoices,
  type NoticeChannel,
  noticeChannels,
  type ReminderLead,
  reminderLeads,
} from './preferences.ts';
import { isVolume } from './preferences-patch.ts';

/**
 * What is kept of somebody's choices: only what they chose, each under a name of its own, so that
 * choices made at the same moment do not undo each other.
 */
export type KeptChoices = Readonly<Record<string, unknown>>;

/** The choices of a patch as they are kept. */
export function keptFrom({ reminders = [], ...plain }: Partial<Choices>): KeptChoices {
  const kept: Record<string, unknown> = { ...plain };
  for (const { lead, channels } of reminders) {
    kept[reminderName(lead)] = noticeChannels.filter((channel) => channels.includes(channel));
  }
  return kept;
}

/** The choices that are kept, whoever wrote them and when: what is not understood counts as not chosen. */
export function choicesFrom(kept: unknown): Choices {
  const values: KeptChoices = isRecord(kept) ? kept : {};
  const flag = (name: Flag) => {
    const value = values[name];
    return typeof value === 'boolean' ? value : defaultChoices[name];
  };
  const volume = values['volume'];
  return {
    chimeFiveMinutes: flag('chimeFiveMinutes'),
    chimeOneMinute: flag('chimeOneMinute'),
    chimeTenSeconds: flag('chimeTenSeconds'),
    volume: isVolume(volume) ? volume : defaultChoices.volume,
    voice: flag('voice'),
    autoJoin: flag('autoJoin'),
    reminders: reminderLeads.map((lead) => ({ lead, channels: channelsIn(values, lead) })),
  };
}

type Flag = 'chimeFiveMinutes' | 'chimeOneMinute' | 'chimeTenSeconds' | 'voice' | 'autoJoin';

function channelsIn(values: KeptChoices, lead: ReminderLead): readonly NoticeChannel[] {
  const kept = values[reminderName(lead)];
  if (!Array.isArray(kept)) return noticeChannels;
  const chosen: readonly unknown[] = kept;
  return noticeChannels.filter((channel) => chosen.includes(channel));
}

function reminderName(lead: ReminderLead): string {
  return `reminder${lead}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
