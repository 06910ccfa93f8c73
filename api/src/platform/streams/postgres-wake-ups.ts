import { Client, type Notification, type Pool } from 'pg';
import { systemClock } from '../clock.ts';
import { impatientSocket } from '../database/impatient-socket.ts';
import { openPool } from '../database/open-pool.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { Repeat } from '../repeat.ts';
import { Rounds } from '../rounds.ts';
import { LocalWakeUps } from './local-wake-ups.ts';
import type { Hint, News } from './news.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

export interface PostgresWakeUpsOptions {
  readonly url: string;
  /** How long the database may be silent while an answer is due, in milliseconds. */
  readonly silenceMs: number;
  readonly logger: Logger;
}

const channel = 'peerlearn_wake_ups';
const unheard = 'hints of other processes are not heard';
const retryMs = 1000;
const keepAliveMs = 10_000;

/**
 * Hints between processes by the database that they share, for installations without Redis. One
 * statement tells all that came together while the one before it was on its way. Where the database
 * is away, listeners of the same process still hear theirs.
 */
export class PostgresWakeUps implements WakeUps {
  private readonly local = new LocalWakeUps();
  private readonly origin = newId();
  private readonly log: RareLog;
  private readonly sender: Pool;
  private readonly sending = new Repeat(() => this.send());
  private readonly listening: Rounds;
  private waiting = new Map<Topic, number | null>();
  private listener: Client | null = null;

  constructor(private readonly options: PostgresWakeUpsOptions) {
    const { url, silenceMs, logger } = options;
    this.log = new RareLog(logger, systemClock);
    this.sender = openPool({ url, max: 1, schema: 'public', silenceMs, logger });
    this.listening = new Rounds({ everyMs: retryMs, logger, fault: unheard }, () =>
      this.keepListening(),
    );
  }

  /** Asks for the hints of the others, now or whenever the database comes; nobody waits for that. */
  start(): void {
    void this.keepListening();
    this.listening.start();
  }

  announce(topic: Topic, news?: News): void {
    this.local.remind(topic, news);
    // The table is to be read as soon as one of several hints says nothing.
    const known = this.waiting.get(topic);
    const last = known === null ? null : (news?.last ?? null);
    this.waiting.set(topic, last === null ? null : Math.max(last, known ?? 0));
    this.sending.run().catch((error: unknown) => {
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
    await this.listening[Symbol.asyncDispose]();
    const listener = this.listener;
    this.listener = null;
    await Promise.allSettled([listener?.end(), this.sender.end()]);
  }

  private async send(): Promise<void> {
    if (this.waiting.size === 0) return;
    const hints = [...this.waiting].map(
      ([topic, last]) => `${this.origin} ${topic}${last === null ? '' : ` ${String(last)}`}`,
    );
    // A hint that cannot be sent now is worthless later.
    this.waiting = new Map();
    await this.sender.query(`select pg_notify($1, hint) from unnest($2::text[]) as hint`, [
      channel,
      hints,
    ]);
  }

  /** Listens anew where the connection was lost. */
  private async keepListening(): Promise<void> {
    if (this.listener) return;
    const { url, silenceMs } = this.options;
    const listener = new Client({
      connectionString: url,
      connectionTimeoutMillis: silenceMs,
      // It is silent for hours, and all is well; of a server that is gone the system tells.
      stream: () => impatientSocket(silenceMs, () => true),
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
    });
    this.listener = listener;
    const lose = () => {
      if (this.listener === listener) this.listener = null;
    };
    listener.on('error', lose);
    listener.on('end', lose);
    listener.on('notification', (notification) => {
      this.hear(notification);
    });
    try {
      await listener.connect();
      await listener.query(`listen ${channel}`);
    } catch (error) {
      lose();
      void listener.end().catch(() => undefined);
      this.log.warn(error, unheard);
    }
  }

  private hear({ payload = '' }: Notification): void {
    // Only our own `announce` writes to the channel.
    const [origin, topic, last] = payload.split(' ') as [string, Topic, string?];
    if (origin === this.origin) return;
    this.local.remind(topic, last === undefined ? undefined : { last: Number(last) });
  }
}
