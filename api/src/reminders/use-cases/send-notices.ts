import { allOf } from '../../platform/all-of.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { nextAttemptAt } from '../domain/back-off.ts';
import { mayStandIn } from '../domain/channels.ts';
import type { NoticeChannel } from '../domain/notice.ts';
import type { NoticeRules } from '../domain/wanted-notices.ts';
import type { NoticeMeter } from '../notice-meter.ts';
import type { Claimed, DeliveryStore, Ending } from '../store/delivery-store.ts';
import type { Carrier } from './carriers.ts';
import { type Parcel, parcelsOf, type ParcelsOptions } from './parcels.ts';
import { verdictOn } from './verdict.ts';

export interface SendOptions extends ParcelsOptions {
  readonly deliveries: DeliveryStore;
  readonly carriers: Readonly<Record<Exclude<NoticeChannel, 'IN_APP'>, Carrier>>;
  readonly meter: NoticeMeter;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly rulesNow: () => Promise<NoticeRules>;
  /** Hears when something that failed is to be tried again. */
  readonly onAgain: (instant: number) => void;
}

/** A device that does not answer at once may be off for hours; e-mail takes over before it is too late. */
const mostAttempts: Readonly<Record<NoticeChannel, number>> = {
  EMAIL: Infinity,
  PUSH: 3,
  IN_APP: 1,
};

/** Looks once more whether what was claimed is still to be told, sends it, and notes how that went. */
export class SendNotices {
  constructor(private readonly options: SendOptions) {}

  async run(claimed: readonly Claimed[]): Promise<void> {
    const notices = claimed.map(({ notice }) => notice);
    const [parcels, rules] = await Promise.all([
      parcelsOf(notices, this.options),
      this.options.rulesNow(),
    ]);
    await allOf(
      claimed.map((delivery) => this.one(delivery, parcels.get(delivery.notice.id), rules)),
    );
  }

  private async one(
    delivery: Claimed,
    parcel: Parcel | undefined,
    rules: NoticeRules,
  ): Promise<void> {
    const { deliveries, clock } = this.options;
    const ending = parcel
      ? await this.attempt(delivery, parcel, rules)
      : ({ state: 'SKIPPED', why: 'GONE' } as const);
    const isInVain =
      delivery.channel === 'PUSH' && mayStandIn(delivery.notice.kind) && reachesNobody(ending);
    // First, so that a crash between the two leaves a push to be tried again, and not nothing at all.
    if (isInVain) await deliveries.standIn(delivery.notice, clock.now());
    await deliveries.end(delivery, ending, clock.now());
    this.count(delivery, ending);
    if (ending.state === 'DUE') this.options.onAgain(ending.nextAttemptAt);
    if (isInVain) this.options.onAgain(clock.now());
  }

  private async attempt(delivery: Claimed, parcel: Parcel, rules: NoticeRules): Promise<Ending> {
    const { clock, carriers } = this.options;
    const { channel } = delivery;
    if (channel === 'IN_APP') return { state: 'SENT' };
    const verdict = verdictOn(parcel, delivery, rules, clock.now());
    if (verdict !== 'GO') return { state: 'SKIPPED', why: verdict };
    try {
      const carried = await carriers[channel](parcel, clock.now());
      return carried === 'TAKEN' ? { state: 'SENT' } : { state: 'SKIPPED', why: noDevice };
    } catch (error) {
      return this.failed(delivery, error);
    }
  }

  private failed({ notice, channel, attempts }: Claimed, error: unknown): Ending {
    const { clock, logger } = this.options;
    const { why, isPermanent } = faultOf(error);
    const at = nextAttemptAt(
      {
        attempts,
        mostAttempts: mostAttempts[channel],
        expiresAt: notice.expiresAt,
        isPermanent,
        luck: luckOf(notice.id),
      },
      clock.now(),
    );
    logger.warn({ noticeId: notice.id, channel, attempts, why }, 'notice not delivered');
    return at === null ? { state: 'FAILED', why } : { state: 'DUE', why, nextAttemptAt: at };
  }

  private count({ notice, channel }: Claimed, { state }: Ending): void {
    const { meter, clock } = this.options;
    if (state === 'SENT') meter.sent(notice.kind, channel, clock.now() - notice.dueAt);
    else if (state !== 'SKIPPED') meter.failed(notice.kind, channel, state === 'FAILED');
  }
}

const noDevice = 'NO_DEVICE';

function reachesNobody(ending: Ending): boolean {
  return ending.state === 'FAILED' || (ending.state === 'SKIPPED' && ending.why === noDevice);
}

/** What may be kept of an error: its own words may hold addresses and secrets. */
function faultOf(error: unknown): { readonly why: string; readonly isPermanent: boolean } {
  const { reason, isPermanent, name } = error as Partial<Record<string, unknown>>;
  const why = typeof reason === 'string' ? reason : typeof name === 'string' ? name : 'unknown';
  return { why, isPermanent: isPermanent === true };
}

/** A number from 0 to 1 that is the delivery's own: the end of its random identifier. */
function luckOf(id: string): number {
  return Number.parseInt(id.slice(-6), 16) / 0xffffff;
}
