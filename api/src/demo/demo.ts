import type { App } from '../app.ts';
import type { Person } from '../accounts/person.ts';
import { demoCourse, demoHours } from './offer.ts';
import type { Who } from './past-board.ts';
import { PastRecord } from './past-record.ts';
import { type PastSession, pastSessions } from './past-sessions.ts';
import { stepsOf } from './past-steps.ts';

/** A clock that can be set, so that the demo's past happens in the past. */
export interface SettableClock {
  at: number | null;
  now(): number;
}

export interface DemoLinks {
  readonly mentorLink: string;
  readonly learnerLink: string;
}

interface People {
  readonly mentor: Person;
  readonly learner: Person;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The next session begins so long after the demo was prepared, at a full minute. */
const leadMs = 3 * minuteMs;
const lengthMs = 45 * minuteMs;

/** People and sessions with which a newcomer can try everything at once. Preparing it again adds only what is missing. */
export class Demo {
  constructor(
    private readonly app: App,
    private readonly clock: SettableClock,
  ) {}

  async prepare(): Promise<DemoLinks> {
    const people = await this.people();
    const { course, isNew } = await this.app.sessions.courses.ensure(demoCourse);
    if (isNew) {
      for (const past of pastSessions) await this.relive(past, people, course.id);
    }
    await this.offerTime(people.mentor, course.id);
    const sessionId = (await this.joinable(people)) ?? (await this.schedule(people, course.id));
    const path = `/session/${sessionId}`;
    const link = (person: Person) => this.app.accounts.signInLink(person.id, path);
    return { mentorLink: await link(people.mentor), learnerLink: await link(people.learner) };
  }

  private async people(): Promise<People> {
    const { accounts } = this.app;
    const mentor = await accounts.addPerson({
      displayName: 'Maya Lindqvist',
      email: 'maya@peerlearn.example',
      roles: ['MENTOR'],
    });
    const learner = await accounts.addPerson({
      displayName: 'Leo Okafor',
      email: 'leo@peerlearn.example',
      roles: ['LEARNER'],
    });
    return { mentor, learner };
  }

  /** The mentor's hours, so that the next session can be booked; hours that are kept already stay. */
  private async offerTime({ id }: Person, courseId: string): Promise<void> {
    const { scheduling } = this.app;
    if (await scheduling.availabilities.of(id)) return;
    await scheduling.setAvailability.run(id, { ...demoHours, courseIds: [courseId] });
  }

  /** A session of the two that can be entered now and has enough time left to try it. */
  private async joinable({ mentor }: People): Promise<string | null> {
    const { reader } = this.app.sessions;
    const upcoming = { personId: mentor.id, filter: 'UPCOMING', first: 20, after: null } as const;
    const now = this.clock.now();
    const found = (await reader.list(upcoming)).find(({ state: { plan } }) => {
      const isOpen = plan.startsAt - 10 * minuteMs < now;
      return isOpen && plan.endsAt - 20 * minuteMs > now;
    });
    return found?.id ?? null;
  }

  private async schedule({ mentor, learner }: People, courseId: string): Promise<string> {
    const first = Math.ceil((this.clock.now() + leadMs) / minuteMs) * minuteMs;
    // What is left of an earlier demo may still be in the way.
    for (let startsAt = first; startsAt < first + dayMs; startsAt += 5 * minuteMs) {
      const answer = await this.app.sessions.schedule.run({
        courseId,
        mentorId: mentor.id,
        learnerId: learner.id,
        title: 'Systems of equations',
        startsAt,
        endsAt: startsAt + lengthMs,
        topics: ['Two unknowns', 'Substitution', 'Elimination', 'A problem of your own'],
      });
      if ('sessionId' in answer) return answer.sessionId;
      if ('fault' in answer) throw new Error(answer.fault.message);
    }
    throw new Error('the demo’s people have no time for a session today');
  }

  /** Lets a session of the past happen as it did, through the same doors as a real one. */
  private async relive(past: PastSession, people: People, courseId: string): Promise<void> {
    const day = Math.floor(this.clock.now() / dayMs) * dayMs - past.daysAgo * dayMs;
    const startsAt = day + past.hour * 60 * minuteMs;
    this.clock.at = startsAt - dayMs;
    const answer = await this.app.sessions.schedule.run({
      courseId,
      mentorId: people.mentor.id,
      learnerId: people.learner.id,
      title: past.title,
      startsAt,
      endsAt: startsAt + past.lengthMinutes * minuteMs,
      topics: past.topics,
    });
    if (!('sessionId' in answer)) throw new Error('the demo’s past was not free');
    await this.stay(answer.sessionId, startsAt, past, people);
    this.clock.at = null;
  }

  private async stay(
    sessionId: string,
    startsAt: number,
    past: PastSession,
    people: People,
  ): Promise<void> {
    const { sessions, feedback } = this.app;
    const atMinute = (minute: number) => startsAt + minute * minuteMs;
    const record = new PastRecord(this.app, this.clock, { sessionId, ...people });
    for (const step of stepsOf(past)) {
      this.clock.at = Math.round(atMinute(step.minute));
      await sessions.tick(sessionId);
      if (step.kind === 'COME' || step.kind === 'GO') {
        await this.move(sessionId, step, people[step.who]);
      } else await record.keep(step);
    }
    this.clock.at = atMinute(past.lengthMinutes + 30);
    await sessions.tick(sessionId);
    const { rating, comment } = past;
    if (rating === null) return;
    await feedback.give.run({ sessionId, personId: people.learner.id, rating, comment });
  }

  private async move(
    sessionId: string,
    { kind, who }: { readonly kind: 'COME' | 'GO'; readonly who: Who },
    person: Person,
  ): Promise<void> {
    const connection = {
      sid: `demo-${sessionId}-${who}`,
      personId: person.id,
      connectionId: `demo-${who}`,
      at: Math.min(this.clock.now(), await this.lastInstant(sessionId)),
    };
    await this.app.presence.observe(sessionId, [
      kind === 'COME'
        ? { kind: 'JOINED', ...connection }
        : { kind: 'LEFT', ...connection, reason: 'LEFT_BY_CHOICE' },
    ]);
  }

  /** Whoever is there until the end has left just before it, so that nobody looks for them later. */
  private async lastInstant(sessionId: string): Promise<number> {
    const state = (await this.app.sessions.reader.byId(sessionId))?.state;
    return state?.status === 'ENDED' ? state.endedAt - 1 : Infinity;
  }
}
