import type { Overrides } from '../src/base.ts';
import type { Person } from '../src/accounts/person.ts';
import type { Observation } from '../src/sessions/sessions.ts';
import { FakeMediaServer } from './fake-media-server.ts';
import { TestApi } from './test-api.ts';
import { TestClock } from './test-clock.ts';

export const minuteMs = 60_000;

type Who = 'mentor' | 'learner';

type Planned = Pick<
  Meeting,
  'api' | 'clock' | 'media' | 'people' | 'cookies' | 'sessionId' | 'startsAt'
>;

/** A mentor, a learner and their session of 40 minutes, on a clock that the test moves. */
export class Meeting implements AsyncDisposable {
  readonly api: TestApi;
  readonly clock: TestClock;
  readonly media: FakeMediaServer;
  readonly people: Readonly<Record<Who, Person>>;
  readonly cookies: Readonly<Record<Who, string>>;
  readonly sessionId: string;
  readonly startsAt: number;

  private constructor(planned: Planned) {
    this.api = planned.api;
    this.clock = planned.clock;
    this.media = planned.media;
    this.people = planned.people;
    this.cookies = planned.cookies;
    this.sessionId = planned.sessionId;
    this.startsAt = planned.startsAt;
  }

  /** The session starts in 20 minutes, unless said otherwise. */
  static async plan(
    settings: Readonly<Record<string, string>> = {},
    others: Overrides = {},
    startsInMinutes = 20,
  ): Promise<Meeting> {
    const clock = new TestClock(Math.floor(Date.now() / minuteMs) * minuteMs);
    const media = new FakeMediaServer();
    const api = await TestApi.start({
      clock,
      settings,
      overrides: { clock, mediaServer: media, ...others },
    });
    const mentor = await api.addPerson(['MENTOR'], 'Maya Lindqvist');
    const learner = await api.addPerson(['LEARNER'], 'Leo Okafor');
    const cookies = {
      mentor: await api.signInAs(mentor.id),
      learner: await api.signInAs(learner.id),
    };
    const startsAt = clock.now() + startsInMinutes * minuteMs;
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const answer = await api.app.sessions.schedule.run({
      courseId: course.id,
      mentorId: mentor.id,
      learnerId: learner.id,
      title: 'Fractions',
      startsAt,
      endsAt: startsAt + 40 * minuteMs,
      topics: ['Halves', 'Thirds'],
    });
    if (!('sessionId' in answer)) throw new Error('the session was not planned');
    const people = { mentor, learner };
    return new Meeting({
      api,
      clock,
      media,
      people,
      cookies,
      sessionId: answer.sessionId,
      startsAt,
    });
  }

  /** Goes to a minute after the scheduled start, ringing nothing. */
  toMinute(minute: number): void {
    this.clock.setTo(this.startsAt + minute * minuteMs);
  }

  async comes(who: Who, sid = `${who}-1`, connectionId = `page of ${sid}`): Promise<void> {
    const personId = this.people[who].id;
    const joinedAt = this.clock.now();
    this.media.enter(this.sessionId, { sid, personId, connectionId, joinedAt });
    await this.observe({ kind: 'JOINED', sid, personId, connectionId, at: joinedAt });
  }

  async goes(who: Who, sid = `${who}-1`): Promise<void> {
    const personId = this.people[who].id;
    this.media.vanish(this.sessionId, sid);
    const at = this.clock.now();
    await this.observe({ kind: 'LEFT', sid, personId, reason: 'LEFT_BY_CHOICE', at });
  }

  async observe(...observations: readonly Observation[]): Promise<void> {
    await this.api.app.presence.observe(this.sessionId, observations);
  }

  async tick(): Promise<void> {
    await this.api.app.sessions.tick(this.sessionId);
  }

  async ask<Data>(who: Who, query: string, variables: object = {}): Promise<Data> {
    return await this.api.ask<Data>(
      query,
      { sessionId: this.sessionId, ...variables },
      this.cookies[who],
    );
  }

  /** The session as one of the two is shown it. */
  async view(who: Who): Promise<SessionView> {
    const { session } = await this.ask<{ session: SessionView }>(who, sessionQuery);
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api[Symbol.asyncDispose]();
  }
}

export interface SessionView {
  readonly status: string;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  readonly outcome: string | null;
  readonly endReason: string | null;
  readonly missing: readonly { readonly id: string }[];
  readonly canJoin: boolean;
  readonly cursor: string;
  readonly viewerRole: string;
  readonly other: { readonly presence: string; readonly inRoomMs: number };
  readonly topics: readonly { readonly title: string }[];
  readonly clock: {
    readonly phase: string;
    readonly activeMs: number;
    readonly runningSince: string | null;
    readonly plannedMs: number;
  };
}

const sessionQuery = `query ($sessionId: ID!) {
  session(id: $sessionId) {
    status actualStart actualEnd outcome endReason missing { id } canJoin cursor viewerRole
    other { presence inRoomMs } topics { title }
    clock { phase activeMs runningSince plannedMs }
  }
}`;
