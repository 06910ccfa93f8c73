import type { EntityManager } from '../../platform/database/database.ts';
import { activeMsUntil } from '../domain/active-time.ts';
import { nextDueAt } from '../domain/due.ts';
import {
  isShown,
  type NewEvent,
  type SessionEvent,
  type SessionEventType,
} from '../domain/session-event.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { evolve, type SessionState } from '../domain/session-state.ts';
import { readEvents, readLife } from './read-life.ts';
import type { SessionEntity } from './session-entity.ts';
import { SessionEventEntity } from './session-event-entity.ts';
import { writeParticipations, writeSummary } from './session-projection.ts';

/** An event with its place in its session's log. */
export type StoredEvent = SessionEvent & { readonly sessionId: string; readonly seq: number };

/**
 * One session under its row's lock. What is appended, and what is written with `em`,
 * is stored together or not at all.
 */
export class OpenLog {
  readonly appended: StoredEvent[] = [];
  /** What followers of the log are given besides the events. */
  readonly told: object[] = [];
  private state: SessionState | null = null;

  constructor(
    readonly em: EntityManager,
    readonly session: SessionEntity,
    readonly now: number,
    private readonly rules: SessionRules,
  ) {}

  /** The session as its events say, those just appended included. */
  async read(): Promise<SessionState> {
    this.state ??= (await readLife(this.em, [this.session.id])).get(this.session.id) ?? null;
    if (!this.state) throw new Error(`session ${this.session.id} has no beginning in its log`);
    return this.state;
  }

  /** What the log holds of these kinds, in order; without what is appended now. */
  async events(types: readonly SessionEventType[]): Promise<readonly SessionEvent[]> {
    return await readEvents(this.em, this.session.id, types);
  }

  /** How long both had been there together up to an instant. */
  async activeMsUntil(until: number): Promise<number> {
    return activeMsUntil(await this.read(), until, this.rules);
  }

  /** Appends events of the session's life, on which phase and clock depend. */
  async append(events: readonly NewEvent[]): Promise<void> {
    let state = this.session.lastSeq === 0 ? null : await this.read();
    for (const event of events) state = evolve(state, this.note(event));
    this.state = state;
  }

  /** Appends an event that phase and clock do not depend on; its place is `seq`. */
  note(event: NewEvent): StoredEvent {
    // No gaps and no doubles, because the row is locked.
    this.session.lastSeq += 1;
    const stored = { ...event, sessionId: this.session.id, seq: this.session.lastSeq };
    this.em.create(SessionEventEntity, {
      sessionId: stored.sessionId,
      seq: stored.seq,
      type: stored.type,
      personId: stored.personId,
      at: stored.at,
      recordedAt: this.now,
      payload: { ...stored.payload },
    });
    this.appended.push(stored);
    return stored;
  }

  /** Whether something was appended that lists of sessions show. */
  get isShownChanged(): boolean {
    return this.appended.some(({ type }) => isShown(type));
  }

  /** Writes what is read from the log elsewhere: the lists' columns, stays, the next alarm. */
  async close(attending: readonly string[]): Promise<void> {
    const { rules } = this;
    if (this.isShownChanged) this.session.changedAt = this.now;
    if (!this.state) return;
    writeSummary(this.session, this.state, this.now, rules);
    this.session.nextDueAt = nextDueAt(this.state, this.now, rules, attending);
    const moved = this.appended.some((event) => event.type.startsWith('CONNECTION_'));
    if (moved) await writeParticipations(this.em, this.session.id, this.state);
  }
}
