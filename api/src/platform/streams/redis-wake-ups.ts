import { Redis } from 'ioredis';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { LocalWakeUps } from './local-wake-ups.ts';
import type { Hint, News } from './news.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

const channel = 'peerlearn:wake-ups';

/**
 * Hints between processes: every process hears every hint on one channel and passes it on to its
 * own listeners. Others hear how far a log has come, not what was appended. Where Redis is away,
 * listeners of the same process still hear theirs, and hear the others when it is there.
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
    this.subscriber.on('message', (_channel, message) => {
      // Only our own `announce` writes to the channel.
      const [topic, last] = message.split(' ') as [Topic, string?];
      this.local.remind(topic, last === undefined ? undefined : { last: Number(last) });
    });
  }

  /** Asks Redis for the hints of the others, now or whenever it comes; nobody waits for that. */
  start(): void {
    this.subscriber.subscribe(channel).catch((error: unknown) => {
      this.log.warn(error, 'hints of other processes are not heard');
    });
  }

  announce(topic: Topic, news?: News): void {
    this.local.remind(topic, news);
    const message = news ? `${topic} ${String(news.last)}` : topic;
    this.publisher.publish(channel, message).catch((error: unknown) => {
      this.log.warn(error, 'a hint was not passed on');
    });
  }

  remind(topic: Topic, news?: News): void {
    this.local.remind(topic, news);
  }

  get listenedTopics(): readonly Topic[] {
    return this.local.listenedTopics;
  }

  listen(topic: Topic, signal: AbortSignal): AsyncIterable<Hint> {
    return this.local.listen(topic, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.local[Symbol.asyncDispose]();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
