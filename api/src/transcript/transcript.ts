import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { PersonReader } from '../accounts/person.ts';
import type { Viewer } from '../accounts/viewer.ts';
import type { Consents } from '../consent/consent.ts';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Segment } from './domain/segment.ts';
import type { TranscriptStatus } from './domain/transcript-status.ts';
import { TranscriptResolver } from './graphql/transcript-resolver.ts';
import { TranscriptStatusResolver } from './graphql/transcript-status-resolver.ts';
import { transcriptFiles } from './http/transcript-files.ts';
import { ScriptedRooms } from './scripted/scripted-rooms.ts';
import { TranscriptReader } from './store/transcript-reader.ts';
import { TranscriptWriter } from './store/transcript-writer.ts';
import { TranscriptPulse } from './transcript-pulse.ts';
import { TranscriptStream } from './transcript-stream.ts';
import { SettleTranscripts } from './use-cases/settle-transcripts.ts';
import { type WriteAnswer, WriteSegments } from './use-cases/write-segments.ts';

export type { Segment } from './domain/segment.ts';

export const transcriptResolvers = [TranscriptResolver, TranscriptStatusResolver];

export interface TranscriptOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly sessions: Sessions;
  readonly consents: Consents;
  readonly people: PersonReader;
  readonly logger: Logger;
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
  /** Whose sessions a script speaks in; nobody's but the demo's. */
  readonly scriptedFor: readonly string[];
}

export interface Transcript extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** Answers below `/session`: the transcript as a file. */
  readonly handler: RequestHandler;
  /** The way in for whoever transcribes. Telling something again changes nothing. */
  write(sessionId: string, segments: readonly Segment[]): Promise<WriteAnswer>;
  /** How the transcribing goes; to be told at least every 10 s while it does. */
  report(sessionId: string, status: TranscriptStatus): Promise<void>;
  /** Removes a portion of what is not to stay; says how many. */
  forget(now: number): Promise<number>;
  start(): void;
}

const partialLifeMs = 3600_000;

/** What is said in a session, written down: kept, told live, searched, and given as a file. */
export function createTranscript(options: TranscriptOptions): Transcript {
  const { database, clock, wakeUps, sessions, consents, people, logger } = options;
  const { access, facts } = sessions;
  const reader = new TranscriptReader(database);
  const writer = new TranscriptWriter(database);
  const stream = new TranscriptStream({ reader, wakeUps, clock });
  const pulse = new TranscriptPulse({ reader, wakeUps, clock, logger });
  const write = new WriteSegments({ facts, consents, writer, wakeUps, clock });
  const settling = new SettleTranscripts(facts, writer);
  const background = new Background(logger);
  const emails = options.scriptedFor;
  const scripted = new ScriptedRooms({ emails, facts, consents, people, write, clock, logger });
  sessions.log.onChanged(({ sessionId, events }) => {
    if (!events.some(({ type }) => type === 'SESSION_ENDED')) return;
    background.run('settle transcript', async () => {
      await settling.run([sessionId]);
    });
  });
  consents.onChanged((sessionId) => {
    background.run('hush transcript', async () => {
      if (!(await consents.isRunning(sessionId, 'TRANSCRIPT'))) await write.hush(sessionId);
    });
  });
  return {
    resolvers: [
      new TranscriptResolver({ access, facts, people, reader, stream }),
      new TranscriptStatusResolver(access, stream),
    ],
    handler: transcriptFiles({ ...options, access, facts, reader }),
    write: (sessionId, segments) => write.run(sessionId, segments),
    report: (sessionId, status) => write.report(sessionId, status),
    forget: async (now) =>
      (await settling.all()) + (await writer.forgetPartials(now - partialLifeMs)),
    start() {
      pulse.start();
      sessions.log.onChanged(({ sessionId }) => {
        scripted.look(sessionId);
      });
    },
    [Symbol.asyncDispose]: async () => {
      await scripted[Symbol.asyncDispose]();
      await pulse[Symbol.asyncDispose]();
      await background[Symbol.asyncDispose]();
    },
  };
}
