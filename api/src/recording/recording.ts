import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { Viewer } from '../accounts/viewer.ts';
import type { Consents } from '../consent/consent.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/logger.ts';
import type { BlobStorage } from '../platform/storage/blob-storage.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { RecordingResolver } from './graphql/recording-resolver.ts';
import { RecordingRoutes } from './http/recording-routes.ts';
import { RecordingLinks } from './links.ts';
import type { Recorder, RecorderReport } from './recorder.ts';
import { RecordingReader } from './recording-reader.ts';
import { RecordingStream, topicOf } from './recording-stream.ts';
import { ExpiredRecordings } from './store/expired-recordings.ts';
import { RecordingEntity, RecordingPartEntity } from './store/recording-entity.ts';
import { RecordingStore } from './store/recording-store.ts';
import { BeginPart } from './use-cases/begin-part.ts';
import { FinishPart } from './use-cases/finish-part.ts';
import { FollowConsent } from './use-cases/follow-consent.ts';
import { HearReport } from './use-cases/hear-report.ts';
import { MakeFile } from './use-cases/make-file.ts';
import { TakePiece } from './use-cases/take-piece.ts';
import { TellTurns } from './use-cases/tell-turns.ts';
import { WatchRecordings } from './use-cases/watch-recordings.ts';

export const recordingEntities = [RecordingEntity, RecordingPartEntity];
export const recordingResolvers = [RecordingResolver];

export interface RecordingOptions {
  readonly database: Database;
  readonly storage: BlobStorage;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly jobs: Jobs;
  readonly allowances: Allowances;
  readonly logger: Logger;
  readonly sessions: Sessions;
  readonly consents: Consents;
  /** `null`: the mentor's browser records. */
  readonly recorder: Recorder | null;
  /** So much browsers may send of one session. */
  readonly mostSessionBytes: number;
  /** How long a recording is kept after it was begun. */
  readonly keptMs: number;
  /** How long an upload may stand still. */
  readonly silenceMs: number;
  readonly publicUrl: string;
  /** What links are signed with. */
  readonly secret: string;
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
}

export interface Recording extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** Answers what is asked below `recordingsPath`. */
  readonly handler: RequestHandler;
  /** Takes in what the recorder says; twice, late and in any order comes out the same. */
  hear(report: RecorderReport): Promise<void>;
  /** Looks after all recordings that are not settled. */
  watch(): Promise<void>;
  /** Removes a portion of what is not kept any longer; says how many. */
  removeExpired(now: number): Promise<number>;
  /** Begins to follow what people agree to, and what time changes. */
  start(): Promise<void>;
}

const watchName = 'recording-watch';
const watchMs = 10_000;

/** What is seen and heard in a session, kept as files where both want it. */
export function createRecording(options: RecordingOptions): Recording {
  const { clock, wakeUps, jobs, logger, sessions, consents } = options;
  const { access } = sessions;
  const background = new Background(logger);
  const store = new RecordingStore(options.database, wakeUps);
  const work = workOn(options, store, background);
  const { hear, watch, lookSoon } = work;
  const expired = new ExpiredRecordings(options.database, options.storage, options.keptMs);
  const reader = new RecordingReader(store, consents);
  const stream = new RecordingStream(reader, wakeUps, logger);
  const links = new RecordingLinks(options.secret);
  const { origin } = new URL(options.publicUrl);
  const routes = new RecordingRoutes({ ...options, ...work, store, links, access, origin });
  jobs.define(watchName, () => watch.run());
  consents.onChanged((sessionId) => {
    wakeUps.announce(topicOf(sessionId));
    lookSoon(sessionId);
  });
  sessions.log.onChanged(({ sessionId, events }) => {
    if (events.some(({ type }) => type === 'SESSION_ENDED')) lookSoon(sessionId);
  });
  return {
    resolvers: [new RecordingResolver({ ...work, access, reader, store, stream, links, clock })],
    handler: routes.handler,
    async hear(report) {
      const sessionId = await hear.run(report);
      if (sessionId !== null) await watch.look(sessionId);
    },
    watch: () => watch.run(),
    removeExpired: (now) => expired.remove(now),
    async start() {
      stream.start();
      await jobs.every(watchName, watchMs);
      background.run('look after recordings', () => watch.run());
    },
    async [Symbol.asyncDispose]() {
      await stream[Symbol.asyncDispose]();
      await background[Symbol.asyncDispose]();
    },
  };
}

/** What is done about recordings. */
function workOn(options: RecordingOptions, store: RecordingStore, background: Background) {
  const basis = { ...options, store, facts: options.sessions.facts };
  const follow = new FollowConsent(basis);
  const hear = new HearReport(basis);
  const makeFile = new MakeFile(basis);
  const tell = new TellTurns({ ...basis, log: options.sessions.log });
  const aside = asideIn(background);
  const onWhole = (partId: string) => {
    aside(`make file of ${partId}`, async () => {
      if (!(await makeFile.run(partId))) return;
      const sessionId = (await store.ofPart(partId))?.recording.sessionId;
      if (sessionId) await watch.look(sessionId);
    });
  };
  const watch = new WatchRecordings({ ...basis, follow, hear, tell, onWhole, aside });
  return {
    ...{ hear, watch },
    begin: new BeginPart({ ...basis, follow }),
    finish: new FinishPart({ ...basis, onWhole }),
    take: new TakePiece({ ...basis, onWhole }),
    lookSoon: (sessionId: string) => {
      background.run('look after recording', () => watch.look(sessionId));
    },
  };
}

/** Does work in the background; under each name once at a time. */
function asideIn(background: Background): (name: string, work: () => Promise<void>) => void {
  const running = new Set<string>();
  return (name, work) => {
    if (running.has(name)) return;
    running.add(name);
    background.run(name, () => work().finally(() => running.delete(name)));
  };
}
