import type { Clock } from '../platform/clock.ts';
import type { Database, Prepared } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
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
/** Changes that were stored so shortly before the last beat may not have been visible to it. */
const overlapMs = 5000;
/** So many sessions or persons are asked after at once. */
const atOnce = 1000;

const lastSeqs: Prepared = {
  name: 'session-pulse',
  sql: `select id, last_seq as seq from session where id = any($1::uuid[])`,
};

const changed: Prepared = {
  name: 'session-pulse-persons',
  sql: `select mentor_id, learner_id from session
    where changed_at >= $2 and (mentor_id = any($1::uuid[]) or learner_id = any($1::uuid[]))`,
};

/**
 * Makes good for lost hints with one question for all sessions that are followed in this process: how
 * far has the log come, and whose pages are open? And with another for all persons whose sessions
 * are: did any change since? Whoever knows that already has nothing to do.
 */
export class SessionPulse implements AsyncDisposable {
  private readonly rounds: Rounds;
  private pages: ReadonlyMap<string, string> = new Map();
  private askedAt: number;

  constructor(private readonly options: SessionPulseOptions) {
    this.askedAt = options.clock.now();
    const { logger } = options;
    this.rounds = new Rounds(
      { everyMs: beatMs, logger, fault: 'followed sessions not asked after' },
      () => this.beat(),
    );
  }

  start(): void {
    this.rounds.start();
  }

  /** Asks once. */
  async beat(): Promise<void> {
    const askedAt = this.options.clock.now();
    const pages = new Map<string, string>();
    for (const sessionIds of this.followed('session')) await this.askAfter(sessionIds, pages);
    this.pages = pages;
    for (const personIds of this.followed('person')) await this.askAfterPersons(personIds);
    this.askedAt = askedAt;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }

  /** The ids that somebody in this process listens to, in portions. */
  private followed(kind: 'session' | 'person'): readonly (readonly string[])[] {
    const ids = this.options.wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith(`${kind}:`) ? [topic.slice(kind.length + 1)] : [],
    );
    const portions = Math.ceil(ids.length / atOnce);
    return Array.from({ length: portions }, (_, at) => ids.slice(at * atOnce, (at + 1) * atOnce));
  }

  private async askAfterPersons(personIds: readonly string[]): Promise<void> {
    const { database, wakeUps } = this.options;
    const since = new Date(this.askedAt - overlapMs).toISOString();
    const sessions = await database.run<{ mentor_id: string; learner_id: string }>(changed, [
      personIds,
      since,
    ]);
    const theirs = sessions.flatMap((session) => [session.mentor_id, session.learner_id]);
    for (const personId of new Set(theirs)) wakeUps.remind(`person:${personId}`);
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
