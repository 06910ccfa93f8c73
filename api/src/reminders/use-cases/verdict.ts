import { channelsOf, isOutdone } from '../domain/channels.ts';
import { keyOf, type NoticeChannel } from '../domain/notice.ts';
import { type NoticeRules, wantedNotices } from '../domain/wanted-notices.ts';
import type { Parcel } from './parcels.ts';

export type Verdict = 'GO' | 'NOT_WANTED' | 'TURNED_OFF' | 'OUTDONE';

/** Whether the session still calls for the notice: it is not cancelled, moved, met or over. */
export function isWanted(parcel: Parcel, rules: NoticeRules, now: number): boolean {
  const key = keyOf(parcel.notice);
  return wantedNotices(parcel.story, rules, now).some((wanted) => keyOf(wanted) === key);
}

/** Whether a notice may go out on a channel at this moment. */
export function verdictOn(
  parcel: Parcel,
  channel: NoticeChannel,
  rules: NoticeRules,
  now: number,
): Verdict {
  const { notice, choices } = parcel;
  if (!isWanted(parcel, rules, now)) return 'NOT_WANTED';
  if (!channelsOf(notice.kind, choices).includes(channel)) return 'TURNED_OFF';
  return isOutdone({ ...notice, channel }, choices, rules.leads, now) ? 'OUTDONE' : 'GO';
}
