import { Redis } from 'ioredis';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { LocalWakeUps } from './local-wake-ups.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

const channel = 'peerlearn:wake-ups';

/**
 * Hints between processes: every process hears every hint on one channel and passes it on to its
 * own listeners. Where Redis is away, listeners of the same process still hear theirs.
 */
export class RedisWakeUps implements WakeUps {
  private readonly local = new LocalWakeUps();
  private readonly log: RareLog;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(url: string, logger: Logger) {
    this.log = new RareLog(logger, systemClock);
    // A hint that cannot be sent now is worthless later, so nothing is queued for a lost connection.
    this.publisher = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    this.subscriber = new Redis(url, { maxRetriesPerRequest: null });
    for (const connection of [this.publisher, this.subscriber]) {
      connection.on('error', (error: Error) => {
        this.log.warn(error, 'wake-ups have no connection to Redis');
      });
    }
    this.subscriber.on('message', (_channel, topic) => {
      // Only our own `announce` writes to the channel.
      this.local.announce(topic as Topic);
    });
  }

  async start(): Promise<void> {
    await this.subscriber.subscribe(channel);
    if (this.publisher.status !== 'ready') {
      await new Promise((resolve) => this.publisher.once('ready', resolve));
    }
  }

  announce(topic: Topic): void {
    this.local.announce(topic);
    this.publisher.publish(channel, topic).catch((error: unknown) => {
      this.log.warn(error, 'a hint was not passed on');
    });
  }

  listen(topic: Topic, signal: AbortSignal): AsyncIterable<void> {
    return this.local.listen(topic, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.local[Symbol.asyncDispose]();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
