import { channelsOf, isOutdone, mayStandIn, type Way } from '../domain/channels.ts';
import { keyOf, type NoticeChannel } from '../domain/notice.ts';
import { type NoticeRules, wantedNotices } from '../domain/wanted-notices.ts';
import type { Parcel } from './parcels.ts';

export type Verdict = 'GO' | 'NOT_WANTED' | 'TURNED_OFF' | 'OUTDONE';

/** Whether the session still calls for the notice: it is not cancelled, moved, met or over. */
export function isWanted(parcel: Parcel, rules: NoticeRules, now: number): boolean {
  const key = keyOf(parcel.notice);
  return wantedNotices(parcel.story, rules, now).some((wanted) => keyOf(wanted) === key);
}

/** Whether a notice may take a way at this moment. What stands in goes by the choice of the one whose place it takes. */
export function verdictOn(
  parcel: Parcel,
  { channel, standsIn }: Way,
  rules: NoticeRules,
  now: number,
): Verdict {
  const { notice, choices } = parcel;
  if (!isWanted(parcel, rules, now)) return 'NOT_WANTED';
  if (standsIn && !mayStandIn(notice.kind)) return 'TURNED_OFF';
  const chosen = standsIn ? 'PUSH' : channel;
  if (!channelsOf(notice.kind, choices).includes(chosen)) return 'TURNED_OFF';
  const isOutdoneOn = (way: NoticeChannel) =>
    isOutdone({ ...notice, channel: way }, choices, rules.leads, now);
  return isOutdoneOn(chosen) || isOutdoneOn(channel) ? 'OUTDONE' : 'GO';
}
