import type { Clock } from '../../platform/clock.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { Push } from '../../push/push.ts';
import { type Way, waysOf } from '../domain/channels.ts';
import { noticeChannels } from '../domain/notice.ts';
import type { NoticeRules } from '../domain/wanted-notices.ts';
import type { NoticeMeter } from '../notice-meter.ts';
import type { DeliveryStore, FanOut } from '../store/delivery-store.ts';
import type { StoredNotice } from '../store/notice-store.ts';
import { parcelsOf, type ParcelsOptions } from './parcels.ts';
import { isWanted, verdictOn } from './verdict.ts';

export interface FanOutOptions extends ParcelsOptions {
  readonly deliveries: DeliveryStore;
  readonly wakeUps: WakeUps;
  readonly push: Pick<Push, 'reachable'>;
  readonly meter: NoticeMeter;
  readonly clock: Clock;
  readonly rulesNow: () => Promise<NoticeRules>;
}

const atOnce = 200;

/** Puts notices whose time has come on the ways that their persons have chosen by now. */
export class FanOutNotices {
  constructor(private readonly options: FanOutOptions) {}

  async run(isStopped: () => boolean): Promise<void> {
    const rules = await this.options.rulesNow();
    while (!isStopped() && (await this.portion(rules)) === atOnce);
  }

  private async portion(rules: NoticeRules): Promise<number> {
    const { deliveries, clock, meter, wakeUps } = this.options;
    const now = clock.now();
    const arrived: StoredNotice[] = [];
    const taken = await deliveries.fanOut(now, atOnce, async (due) => {
      const fanOut = await this.decide(due, rules, now);
      const inApp = fanOut.deliveries.filter(({ channel }) => channel === 'IN_APP');
      arrived.push(...inApp.map(({ notice }) => notice));
      return fanOut;
    });
    for (const { kind, dueAt } of arrived) meter.sent(kind, 'IN_APP', now - dueAt);
    for (const personId of new Set(arrived.map((notice) => notice.personId))) {
      wakeUps.announce(`notices:${personId}`);
    }
    return taken.length;
  }

  private async decide(
    due: readonly StoredNotice[],
    rules: NoticeRules,
    now: number,
  ): Promise<FanOut> {
    const [parcels, reachable] = await Promise.all([
      parcelsOf(due, this.options),
      this.options.push.reachable([...new Set(due.map(({ personId }) => personId))]),
    ]);
    const dropped: string[] = [];
    const deliveries = due.flatMap((notice) => {
      const parcel = parcels.get(notice.id);
      if (!parcel || !isWanted(parcel, rules, now)) {
        dropped.push(notice.id);
        return [];
      }
      const mayGo = (way: Way) => verdictOn(parcel, way, rules, now) === 'GO';
      const wanted = noticeChannels.filter((channel) => mayGo({ channel, standsIn: false }));
      const ways = waysOf(wanted, reachable.has(notice.personId)).filter(mayGo);
      return ways.map((way) => ({ notice, ...way }));
    });
    return { deliveries, dropped };
  }
}
