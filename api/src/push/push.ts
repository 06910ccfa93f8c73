import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import { PushPost } from './delivery/push-post.ts';
import { PushSender } from './delivery/push-sender.ts';
import type { RetryRules } from './domain/delivery-policy.ts';
import { PushResolver } from './graphql/push-resolver.ts';
import { PushDeviceEntity } from './store/push-device-entity.ts';
import { PushDevices } from './store/push-devices.ts';
import { PushKeys } from './store/push-keys.ts';
import { SaveSubscription } from './use-cases/save-subscription.ts';
import { SendPush } from './use-cases/send-push.ts';

export const pushEntities = [PushDeviceEntity];
export const pushResolvers = [PushResolver];

/** A notification for somebody, in words. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** Where a tap goes to, within PeerLearn. */
  readonly path: string;
  /** A later message with the same tag takes the place of the earlier. */
  readonly tag: string;
  /** How long push services keep it for a device that is off. */
  readonly ttlSeconds: number;
  /** Stays on the screen until it is looked at, and shakes a phone: the start of a session. */
  readonly isUrgent?: boolean;
}

/** On how many devices of the person a message came out how; all zero for who has none. */
export interface PushResult {
  readonly delivered: number;
  /** Told by their push service to be over; they are forgotten. */
  readonly gone: number;
  readonly failed: number;
}

export interface PushTiming extends RetryRules {
  /** How long a push service may take for an answer. */
  readonly timeoutMs: number;
}

/** How often what has happened since the start, by the answers of push services. */
type PushCounts = Readonly<Record<'delivered' | 'gone' | 'refused' | 'failed', number>>;

/** Notifications on people's devices, by Web Push. */
export interface Push extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** Who of these people has a device to be told on. */
  reachable(personIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Never rejects for what a push service says; resolves when every device has its answer. */
  send(personId: string, message: PushMessage): Promise<PushResult>;
  counts(): PushCounts;
  /** Says that the program ends: what is sent from now on fails at once, and is tried again by others. */
  giveUp(): void;
  /** Makes sure that there is a key pair. */
  prepare(): Promise<void>;
}

export interface PushOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly logger: Logger;
  /** Whom a push service may turn to: a `mailto:` or `https:` address. */
  readonly subject: string;
  readonly isLocalAllowed: boolean;
  readonly timing?: Partial<PushTiming>;
}

const usualTiming: PushTiming = {
  timeoutMs: 10_000,
  maxAttempts: 3,
  firstWaitMs: 1000,
  longestWaitMs: 20_000,
};

export function createPush(options: PushOptions): Push {
  const { database, clock, logger, subject, isLocalAllowed } = options;
  const timing = { ...usualTiming, ...options.timing };
  const keys = new PushKeys(database, clock);
  const devices = new PushDevices(database, clock);
  const post = new PushPost({ clock, isLocalAllowed, timeoutMs: timing.timeoutMs });
  const sender = new PushSender({ keys, post, subject, logger, rules: timing });
  const send = new SendPush(devices, sender);
  const save = new SaveSubscription(devices, (endpoint) => post.mayCall(endpoint));
  return {
    resolvers: [new PushResolver({ keys, devices, save, send, allowances: options.allowances })],
    reachable: (personIds) => devices.owners(personIds),
    send: (personId, message) => send.run(personId, message),
    counts: () => sender.counts(),
    giveUp: () => {
      sender.giveUp();
    },
    async prepare() {
      await keys.pair();
    },
    async [Symbol.asyncDispose]() {
      await sender[Symbol.asyncDispose]();
      post[Symbol.dispose]();
    },
  };
}
