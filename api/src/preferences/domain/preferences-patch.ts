import type { Choices } from './preferences.ts';
import { isTimeZone } from './time-zone.ts';

/** What is to change; what is not named stays. Reminders that are not named stay, too. */
export type PreferencesPatch = Partial<Choices> & { readonly timeZone?: string };

export type PatchFault = 'VOLUME' | 'REMINDER_TWICE' | 'TIME_ZONE';

/** What is wrong with a patch; `null` where it can be taken. */
export function faultOf({ volume, reminders = [], timeZone }: PreferencesPatch): PatchFault | null {
  if (volume !== undefined && !isVolume(volume)) return 'VOLUME';
  if (new Set(reminders.map(({ lead }) => lead)).size < reminders.length) return 'REMINDER_TWICE';
  if (timeZone !== undefined && !isTimeZone(timeZone)) return 'TIME_ZONE';
  return null;
}

export function isVolume(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100;
}
