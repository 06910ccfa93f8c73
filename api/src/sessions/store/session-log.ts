import { LockMode } from '@mikro-orm/core';
import type { Clock } from '../../platform/clock.ts';
import type { Database, EntityManager } from '../../platform/database/database.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { Attending } from '../attending.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { EventRecord } from '../session-events.ts';
import { OpenLog, type StoredEvent } from './open-log.ts';
import { SessionEntity } from './session-entity.ts';
import { type AlongInsert, noteAside, type SideNote } from './side-note.ts';

/** What a change of a session has left behind. */
interface SessionChanged {
  readonly sessionId: string;
  readonly events: readonly StoredEvent[];
  /** When time alone will change something, where that is not as it was; null: never. */
  readonly nextDueAt?: number | null;
}

/**
 * Hears of changes after they are stored. It misses some when the process ends in between,
 * so whoever must not miss any reads the log.
 */
export type ChangeListener = (changed: SessionChanged) => void;

export interface SessionLogOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly rules: SessionRules;
  readonly attending: Attending;
}

/** The one way in which a session changes: under its row's lock, by events appended to its log. */
export class SessionLog {
  private readonly listeners: ChangeListener[] = [];

  constructor(private readonly options: SessionLogOptions) {}

  onChanged(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /**
   * Runs `work` on the locked session and stores what it appended and wrote, all or nothing.
   * Gives `null` where there is no such session.
   */
  async change<T>(
    sessionId: string,
    work: (log: OpenLog, attending: readonly string[]) => Promise<T>,
  ): Promise<T | null> {
    const done = await this.options.database.transaction(async (em) => {
      const session = await em.findOne(
        SessionEntity,
        { id: sessionId },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!session) return null;
      const log = this.opened(em, session);
      const dueBefore = session.nextDueAt;
      const pages = await this.options.attending.personsAtMany(em, [sessionId], log.now);
      const attending = [...(pages.get(sessionId)?.keys() ?? [])];
      const result = await work(log, attending);
      await log.close(attending);
      return { log, result, dueBefore };
    });
    if (!done) return null;
    this.tell(done.log, done.dueBefore);
    return done.result;
  }

  /** Begins the log of a session that `make` creates; where it gives `null`, nothing is kept. */
  async begin(
    make: (em: EntityManager) => Promise<SessionEntity | null>,
    write: (log: OpenLog) => Promise<void>,
  ): Promise<void> {
    const log = await this.options.database.transaction(async (em) => {
      const session = await make(em);
      if (!session) return null;
      // The rest refers to its row.
      await em.flush();
      const opened = this.opened(em, session);
      await write(opened);
      await opened.close([]);
      return opened;
    });
    if (log) this.tell(log, null);
  }

  /** Appends an event that phase and clock do not depend on, together with an insert of the caller's. */
  async note(note: SideNote, along: AlongInsert): Promise<number | null> {
    const last = await noteAside(this.options.database, note, along);
    if (last !== null) {
      const rows = [new EventRecord({ ...note.event, seq: last }), along.rowAt(last)];
      const appended = { first: last, rows };
      this.options.wakeUps.announce(`session:${note.sessionId}`, { last, appended });
    }
    return last;
  }

  private opened(em: EntityManager, session: SessionEntity): OpenLog {
    return new OpenLog(em, session, this.options.clock.now(), this.options.rules);
  }

  private tell(log: OpenLog, dueBefore: number | null): void {
    const { session, appended } = log;
    const [first] = appended;
    if (first) {
      const rows = [...appended.map((event) => new EventRecord(event)), ...log.told];
      const news = { last: session.lastSeq, appended: { first: first.seq, rows } };
      this.options.wakeUps.announce(`session:${session.id}`, news);
    }
    if (log.isShownChanged) {
      this.options.wakeUps.announce(`person:${session.mentorId}`);
      this.options.wakeUps.announce(`person:${session.learnerId}`);
    }
    const { id: sessionId, nextDueAt } = session;
    const changed = { sessionId, events: appended };
    const told = nextDueAt === dueBefore ? changed : { ...changed, nextDueAt };
    for (const listener of this.listeners) listener(told);
  }
}
