import { activeMsUntil } from './active-time.ts';
import { decide, type Observation, type Rejection, type SessionCommand } from './decide.ts';
import { nextDueAt } from './due.ts';
import { outcomeOf } from './outcome.ts';
import type { LeaveReason, NewEvent } from './session-event.ts';
import { defaultRules, type SessionRules } from './session-rules.ts';
import { evolve, type SessionState } from './session-state.ts';

export const minuteMs = 60_000;
const startsAt = Date.UTC(2026, 0, 1, 10);

/** An instant in minutes from the scheduled start. */
export function at(minute: number): number {
  return startsAt + minute * minuteMs;
}

/** The reverse of `at`; `null` stays what it is. */
export function minuteOf(instant: number): number;
export function minuteOf(instant: number | null): number | null;
export function minuteOf(instant: number | null): number | null {
  return instant === null ? null : (instant - startsAt) / minuteMs;
}

export const mentor = 'mentor';
export const learner = 'learner';
export type Who = typeof mentor | typeof learner;

export interface StoryOptions {
  readonly plannedMinutes?: number;
  readonly rules?: SessionRules;
  /** Whether alarms ring when they are due, before whatever is told next; else only `tick` rings. */
  readonly hasAlarms?: boolean;
}

/**
 * A session of an hour to which things happen, minute by minute from its scheduled start.
 * A connection is called by its person's name where no other name is given.
 */
export class LifeStory {
  readonly log: NewEvent[] = [];
  readonly rules: SessionRules;
  state: SessionState;
  /** Since when whose page is open. */
  readonly pages = new Map<string, number>();
  private readonly hasAlarms: boolean;

  constructor({ plannedMinutes = 60, rules = defaultRules, hasAlarms = true }: StoryOptions = {}) {
    this.rules = rules;
    this.hasAlarms = hasAlarms;
    const times = { startsAt: at(0), endsAt: at(plannedMinutes) };
    const command = { type: 'SCHEDULE', mentorId: mentor, learnerId: learner, ...times } as const;
    const decision = decide(null, command, at(-1440), rules);
    if ('rejected' in decision) throw new Error(decision.rejected);
    this.log.push(...decision.events);
    this.state = decision.events.reduce<SessionState | null>(evolve, null) ?? this.fail();
  }

  joins(minute: number, personId: Who, sid: string = personId): this {
    return this.told(minute, joined(minute, personId, sid));
  }

  leaves(minute: number, personId: Who, reason: LeaveReason = 'PAGE_CLOSED'): this {
    return this.told(minute, left(minute, personId, personId, reason));
  }

  /** Found absent now, and alive last at `lastSeen`. */
  loses(minute: number, sid: string, lastSeen: number): this {
    return this.told(minute, { kind: 'LOST', sid, at: at(minute), lastSeenAt: at(lastSeen) });
  }

  sees(minute: number, sid: string): this {
    return this.told(minute, { kind: 'SEEN', sid, at: at(minute) });
  }

  told(minute: number, ...observations: readonly Observation[]): this {
    return this.does(minute, { type: 'OBSERVE', observations, attending: this.attending });
  }

  /** Opens the page of each of these persons long before anything happens. */
  attend(...persons: readonly Who[]): this {
    for (const person of persons) this.attendSince(-60, person);
    return this;
  }

  attendSince(minute: number, person: Who): this {
    this.pages.set(person, at(minute));
    return this;
  }

  /** Closes the pages of both. */
  attendNoMore(): this {
    this.pages.clear();
    return this;
  }

  get attending(): readonly string[] {
    return [...this.pages.keys()];
  }

  tick(minute: number): this {
    return this.does(minute, { type: 'TICK', attending: this.attending });
  }

  end(minute: number, personId: string = mentor): this {
    return this.does(minute, { type: 'END', personId });
  }

  agree(minute: number, personId: string): this {
    return this.does(minute, { type: 'AGREE_TO_FINISH', personId });
  }

  takeBack(minute: number, personId: string): this {
    return this.does(minute, { type: 'WITHDRAW_FINISH', personId });
  }

  cancel(minute: number, personId: string = learner): this {
    return this.does(minute, { type: 'CANCEL', personId, reason: 'ill' });
  }

  reschedule(minute: number, starts: number, ends: number): this {
    const times = { startsAt: at(starts), endsAt: at(ends) };
    return this.does(minute, { type: 'RESCHEDULE', personId: mentor, ...times });
  }

  does(minute: number, command: SessionCommand): this {
    const rejection = this.tries(minute, command);
    if (rejection) throw new Error(`${command.type} at ${String(minute)}: ${rejection}`);
    return this;
  }

  tries(minute: number, command: SessionCommand): Rejection | null {
    if (this.hasAlarms) this.ringUntil(minute);
    const decision = decide(this.state, command, at(minute), this.rules);
    if ('rejected' in decision) return decision.rejected;
    this.append(decision.events);
    return null;
  }

  /** Minutes of active time; `until` has no effect once the session has ended. */
  active(until: number): number {
    return activeMsUntil(this.state, at(until), this.rules) / minuteMs;
  }

  /** The session's own news in order: `STARTED 2`, without who came and went. */
  news(): readonly string[] {
    return this.log
      .filter(({ type }) => !type.startsWith('CONNECTION_') && type !== 'SESSION_SCHEDULED')
      .map((event) => [event.type.replace('SESSION_', ''), detailOf(event), minuteOf(event.at)])
      .map((words) => words.filter((word) => word !== '').join(' '));
  }

  /** `TIME_UP 60 COMPLETED`: why and when it ended, and how that counts; `OPEN` before. */
  ending(): string {
    const { state } = this;
    if (state.status !== 'ENDED') return 'OPEN';
    const outcome = outcomeOf(state, this.rules) ?? '';
    return `${state.endReason} ${String(minuteOf(state.endedAt))} ${outcome}`;
  }

  private ringUntil(minute: number): void {
    for (let now = -Infinity; ;) {
      const dueAt = nextDueAt(this.state, now, this.rules, this.attending);
      if (dueAt === null || dueAt > at(minute) || dueAt <= now) return;
      now = dueAt;
      const tick = { type: 'TICK', attending: this.attending } as const;
      const decision = decide(this.state, tick, now, this.rules);
      if ('events' in decision) this.append(decision.events);
    }
  }

  private append(events: readonly NewEvent[]): void {
    this.log.push(...events);
    this.state = events.reduce<SessionState>(evolve, this.state);
  }

  private fail(): never {
    throw new Error('no session was scheduled');
  }
}

export function joined(minute: number, personId: string, sid: string): Observation {
  return { kind: 'JOINED', personId, sid, connectionId: `page of ${sid}`, at: at(minute) };
}

export function left(
  minute: number,
  personId: string,
  sid: string,
  reason: LeaveReason = 'PAGE_CLOSED',
): Observation {
  return { kind: 'LEFT', personId, sid, reason, at: at(minute) };
}

function detailOf(event: NewEvent): string {
  switch (event.type) {
    case 'SESSION_ENDED':
      return `${event.payload.reason} ${event.payload.outcome}`;
    case 'TIME_LEFT_ANNOUNCED':
      return String(event.payload.minutes);
    case 'NO_SHOW_NOTICED':
      return event.payload.missing.join('+');
    case 'FINISH_AGREED':
    case 'FINISH_WITHDRAWN':
      return event.personId;
    default:
      return '';
  }
}
