import { dispose } from '@livekit/rtc-node';
import type { LiveKit } from '../../launcher/livekit.mjs';
import type { MediaAccess } from '../src/media/media-server.ts';
import { newId } from '../src/platform/ids.ts';
import { minuteMs } from './meeting.ts';
import { SpeakingPerson } from './speaking-person.ts';
import { freePort, TestApi, usualSettings } from './test-api.ts';
import { freshDatabase } from './test-database.ts';
import type { Speaker } from './test-speech.ts';
import type { TestStream } from './test-stream.ts';
import { TranscriberProcess } from './transcriber-process.ts';
import { statuses, stream, type Told } from './transcript-scene.ts';

// Once LiveKit's client has ended it does not begin again.
afterAll(async () => {
  await dispose();
});

const join = `mutation ($sessionId: ID!, $connectionId: ID!) {
  joinSession(input: { sessionId: $sessionId, connectionId: $connectionId }) {
    ... on MediaAccess { url token } ... on Problem { message } } }`;
const whoIsThere = `query ($sessionId: ID!) { session(id: $sessionId) {
  status mentor { stays { joinedAt } } learner { stays { joinedAt } } } }`;

type Segments = TestStream<Told>;

const everything = `query ($sessionId: ID!) { session(id: $sessionId) {
  transcript { edges { node { text person { displayName } } } } } }`;

interface Words {
  readonly session: {
    readonly transcript: {
      readonly edges: readonly {
        readonly node: { readonly text: string; readonly person: { readonly displayName: string } };
      }[];
    };
  };
}

interface LessonParts {
  readonly api: TestApi;
  readonly settings: Readonly<Record<string, string>>;
  readonly sessionId: string;
  readonly cookies: Readonly<Record<Speaker, string>>;
}

interface StatusTold {
  readonly transcriptStatusChanges: { readonly state: string; readonly engine: string | null };
}

interface Stays {
  readonly stays: readonly object[];
}

interface Seen {
  readonly session: { readonly status: string; readonly mentor: Stays; readonly learner: Stays };
}

/** A session that goes on, with both people in a real room, and words that are waited for. */
export class Lesson implements AsyncDisposable {
  private readonly there = new Map<Speaker, SpeakingPerson>();
  readonly segments: Segments;

  private constructor(private readonly parts: LessonParts) {
    const { api, sessionId, cookies } = parts;
    this.segments = api.subscribe<Told>(stream, { sessionId, after: null }, cookies.mentor);
  }

  static async begin(models: string, livekit: LiveKit, port: number): Promise<Lesson> {
    const { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET } = livekit;
    const usual = usualSettings(await freshDatabase(), port);
    const media = { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET };
    const settings = { ...usual, ...media, WAKE_UPS: 'postgres', SPEECH_MODELS: models };
    const api = await TestApi.start({ settings, port, databaseUrl: usual['DATABASE_URL'] ?? '' });
    const mentor = await api.addPerson(['MENTOR'], 'Maya Lindqvist');
    const learner = await api.addPerson(['LEARNER'], 'Leo Okafor');
    const cookies = {
      mentor: await api.signInAs(mentor.id),
      learner: await api.signInAs(learner.id),
    };
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const startsAt = Date.now();
    const planned = await api.app.sessions.schedule.run({
      ...{ courseId: course.id, mentorId: mentor.id, learnerId: learner.id, title: 'Fractions' },
      ...{ startsAt, endsAt: startsAt + 40 * minuteMs, topics: [] },
    });
    if (!('sessionId' in planned)) throw new Error('the session was not planned');
    const { sessionId } = planned;
    for (const { id: personId } of [mentor, learner]) {
      await api.app.consent.change.run({ sessionId, personId, kind: 'TRANSCRIPT', act: 'AGREE' });
    }
    const lesson = new Lesson({ api, settings, sessionId, cookies });
    await lesson.bothCome();
    return lesson;
  }

  get mentor(): SpeakingPerson {
    return this.personOf('mentor');
  }

  get learner(): SpeakingPerson {
    return this.personOf('learner');
  }

  /** Both enter the room, anew where they were in it, as a page does that has lost its call. */
  async bothCome(): Promise<void> {
    const { api, sessionId, cookies } = this.parts;
    for (const who of ['mentor', 'learner'] as const) {
      await this.there.get(who)?.[Symbol.asyncDispose]();
      const variables = { sessionId, connectionId: newId() };
      const answer = await api.ask<{ joinSession: MediaAccess }>(join, variables, cookies[who]);
      this.there.set(who, await SpeakingPerson.enter(answer.joinSession));
    }
  }

  get databaseUrl(): string {
    return this.parts.settings['DATABASE_URL'] ?? '';
  }

  /** Something that listens, with other settings where they are named. */
  async transcriber(others: Readonly<Record<string, string>> = {}): Promise<TranscriberProcess> {
    return await TranscriberProcess.start({
      ...this.parts.settings,
      ...others,
      TRANSCRIBER_PORT: String(await freePort()),
    });
  }

  /** Resolves when the session says that it is written down. */
  async isTranscribed(): Promise<string | null> {
    const { api, sessionId, cookies } = this.parts;
    await using told = api.subscribe<StatusTold>(statuses, { sessionId }, cookies.mentor);
    for (;;) {
      const { state, engine } = (await patiently(told)).transcriptStatusChanges;
      if (state === 'RUNNING') return engine;
    }
  }

  /** The next words that stay and of which this is true. */
  async hears(isMeant: (words: string, who: string) => boolean): Promise<string> {
    for (;;) {
      const { transcriptSegments } = await patiently(this.segments);
      const { isFinal, text, person } = transcriptSegments;
      if (isFinal && isMeant(text, person.displayName)) return text;
    }
  }

  /** All words that stay, by who said them. */
  async said(): Promise<Readonly<Record<string, string>>> {
    const { api, sessionId, cookies } = this.parts;
    const { session } = await api.ask<Words>(everything, { sessionId }, cookies.mentor);
    const words: Record<string, string> = {};
    for (const { node } of session.transcript.edges) {
      const { displayName } = node.person;
      words[displayName] = `${words[displayName] ?? ''} ${node.text}`.trim();
    }
    return words;
  }

  /** How the session stands, and how many stays of anybody the log knows. */
  async state(): Promise<{ status: string; stays: number }> {
    const { api, sessionId, cookies } = this.parts;
    const { session } = await api.ask<Seen>(whoIsThere, { sessionId }, cookies.mentor);
    const { status, mentor, learner } = session;
    return { status, stays: mentor.stays.length + learner.stays.length };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.segments[Symbol.asyncDispose]();
    for (const person of this.there.values()) await person[Symbol.asyncDispose]();
    await this.parts.api[Symbol.asyncDispose]();
  }

  private personOf(who: Speaker): SpeakingPerson {
    const person = this.there.get(who);
    if (!person) throw new Error('they are not in the room');
    return person;
  }
}

/** The next message of a stream that may be quiet for longer than most. */
async function patiently<Data>(from: TestStream<Data>): Promise<Data> {
  try {
    return await from.nextData();
  } catch (error) {
    if (from.isClosed) throw error;
    return await from.nextData();
  }
}
