import type { Clock } from '../platform/clock.ts';
import type { Database, Prepared } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Attending } from './attending.ts';

export interface SessionPulseOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wakeUps: WakeUps;
  readonly attending: Attending;
}

/** A hint that was lost is made good after this time. */
const beatMs = 5000;
/** So many sessions are asked after at once. */
const atOnce = 1000;

const lastSeqs: Prepared = {
  name: 'session-pulse',
  sql: `select id, last_seq as seq from session where id = any($1::uuid[])`,
};

/**
 * Makes good for lost hints with one question for all sessions that are followed in this process: how
 * far has the log come, and whose pages are open? Whoever knows that already has nothing to do.
 */
export class SessionPulse implements AsyncDisposable {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;
  private pages: ReadonlyMap<string, string> = new Map();

  constructor(private readonly options: SessionPulseOptions) {}

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.beat()
        .catch((error: unknown) => {
          this.options.logger.warn({ err: error }, 'followed sessions not asked after');
        })
        .finally(() => {
          this.start();
        });
    }, beatMs);
  }

  /** Asks once. */
  async beat(): Promise<void> {
    const followed = this.options.wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith('session:') ? [topic.slice('session:'.length)] : [],
    );
    const pages = new Map<string, string>();
    for (let from = 0; from < followed.length; from += atOnce) {
      await this.askAfter(followed.slice(from, from + atOnce), pages);
    }
    this.pages = pages;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private async askAfter(sessionIds: readonly string[], pages: Map<string, string>): Promise<void> {
    const { database, attending, clock, wakeUps } = this.options;
    const [logs, open] = await Promise.all([
      database.run<{ id: string; seq: number }>(lastSeqs, [sessionIds]),
      attending.personsAtMany(database.fork(), sessionIds, clock.now()),
    ]);
    for (const { id, seq } of logs) {
      const here = [...(open.get(id) ?? [])].sort().join();
      pages.set(id, here);
      if (this.pages.get(id) === here) wakeUps.remind(`session:${id}`, { last: seq });
      else wakeUps.remind(`session:${id}`);
    }
  }
}
