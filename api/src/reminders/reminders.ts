import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/logger.ts';
import type { Mailbox } from '../platform/mail/mailbox.ts';
import { readSender } from '../platform/mail/sender.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Push } from '../push/push.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Leads, NoticeChannel } from './domain/notice.ts';
import { NoticeResolver } from './graphql/notice-resolver.ts';
import { NoticeAlarm } from './jobs/notice-alarm.ts';
import { type NoticeMeter, noMeter } from './notice-meter.ts';
import { NoticePulse } from './notice-pulse.ts';
import { DeliveryReader } from './store/delivery-reader.ts';
import { DeliveryStore } from './store/delivery-store.ts';
import { NoticeList } from './store/notice-list.ts';
import { NoticeStore } from './store/notice-store.ts';
import { OldNotices } from './store/old-notices.ts';
import { mailCarrier, pushCarrier } from './use-cases/carriers.ts';
import { DeliverNotices } from './use-cases/deliver-notices.ts';
import { DeriveNotices } from './use-cases/derive-notices.ts';
import { FanOutNotices } from './use-cases/fan-out-notices.ts';
import { OwnNotices } from './use-cases/own-notices.ts';
import type { ChoiceReader } from './use-cases/parcels.ts';
import { SendNotices } from './use-cases/send-notices.ts';

export type { NoticeChannel, NoticeKind } from './domain/notice.ts';
export type { NoticeMeter } from './notice-meter.ts';
export type {
  DeliveryFigures,
  DeliveryFilter,
  DeliveryPosition,
  DeliveryReader,
  DeliveryRecord,
} from './store/delivery-reader.ts';

export const noticeResolvers = [NoticeResolver];

export interface RemindersOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wakeUps: WakeUps;
  readonly jobs: Jobs;
  readonly mailbox: Mailbox;
  readonly sessions: Sessions;
  readonly accounts: Pick<Accounts, 'people' | 'signInLink'>;
  readonly preferences: ChoiceReader;
  readonly push: Pick<Push, 'send' | 'reachable'>;
  readonly meter?: NoticeMeter;
  readonly leads: Leads;
  /** How long a notice is kept after it is of no use any more. */
  readonly keptDays: number;
  readonly publicUrl: string;
  /** Sender of every mail, and organizer of what goes into calendars. */
  readonly from: string;
}

export interface Reminders extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** How deliveries fare, for whoever runs the place. */
  readonly deliveries: DeliveryReader;
  /** Derives from all sessions who is to be told what and when. */
  derive(): Promise<void>;
  /** Hands over and sends all that is due; resolves when each of it was tried. */
  deliverDue(): Promise<void>;
  /** Tries once more what was given up; `false`: it was not, or is of no use any more. */
  retry(noticeId: string, channel: NoticeChannel): Promise<boolean>;
  /** Removes a portion of what nobody needs any more; says how many. */
  forgetOld(now: number): Promise<number>;
  /** Begins to follow the sessions and the time. */
  start(): void;
}

/** Tells people of their sessions: that they are to come, and what happened to their plan. */
export function createReminders(options: RemindersOptions): Reminders {
  const { database, clock, wakeUps, logger, sessions, accounts } = options;
  const store = new NoticeStore(database);
  const list = new NoticeList(database);
  const old = new OldNotices(database, options.keptDays);
  const { deliveries, derive, deliver, alarm } = createWork(options, store);
  const pulse = new NoticePulse({ list, wakeUps, clock, logger });
  const { people } = accounts;
  const own = new OwnNotices({ list, sessions: sessions.reader, people, wakeUps, clock });
  sessions.log.onChanged(({ sessionId, events }) => {
    if (events.some(({ type }) => isTold(type))) alarm.changed(sessionId);
  });
  return {
    resolvers: [new NoticeResolver(own)],
    deliveries: new DeliveryReader(database),
    derive: () => derive.all(),
    deliverDue: () => deliver.run(),
    forgetOld: (now) => old.forget(now),
    async retry(noticeId, channel) {
      const now = clock.now();
      const isDue = await deliveries.retry(noticeId, channel, now);
      if (isDue) alarm.due([now]);
      return isDue;
    },
    start() {
      alarm.start();
      pulse.start();
    },
    async [Symbol.asyncDispose]() {
      // At once, because what is taken up from now on would fail.
      const ended = alarm[Symbol.asyncDispose]();
      await deliver[Symbol.asyncDispose]();
      await ended;
      await pulse[Symbol.asyncDispose]();
    },
  };
}

function createWork(options: RemindersOptions, store: NoticeStore) {
  const { clock, logger, leads, accounts, preferences, publicUrl } = options;
  const { stories } = options.sessions;
  const deliveries = new DeliveryStore(options.database, newId());
  const rulesNow = async () => ({ leads, toldFrom: (await store.progress()).toldFrom });
  const shared = {
    ...{ stories, people: accounts.people, choices: preferences },
    ...{ deliveries, clock, logger, rulesNow, meter: options.meter ?? noMeter },
  };
  const onDue = (instants: readonly number[]) => {
    alarm.due(instants);
  };
  const send = new SendNotices({
    ...shared,
    carriers: {
      EMAIL: mailCarrier({
        mailbox: options.mailbox,
        publicUrl,
        sender: readSender(options.from),
        signInLink: (personId, path, validForMs) => accounts.signInLink(personId, path, validForMs),
      }),
      PUSH: pushCarrier(options.push),
    },
    onAgain: (instant) => {
      onDue([instant]);
    },
  });
  const fanOut = new FanOutNotices({ ...shared, push: options.push, wakeUps: options.wakeUps });
  const deliver = new DeliverNotices({ deliveries, fanOut, send, clock, logger });
  const derive = new DeriveNotices({ store, stories, clock, leads, onDue });
  const alarm = new NoticeAlarm({ ...options, store, derive, deliver });
  return { deliveries, derive, deliver, alarm };
}

const telling = ['SESSION_', 'RESCHEDULE_', 'CONNECTION_', 'RECORDING_READY'];

/** Whether an event may change who is to be told what. */
function isTold(type: string): boolean {
  return telling.some((kind) => type.startsWith(kind));
}
