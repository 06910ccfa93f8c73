import type { Accounts } from './accounts/accounts.ts';
import { type Annotations, createAnnotations } from './annotations/annotations.ts';
import type { Base, Overrides } from './base.ts';
import { type Consent, createConsent } from './consent/consent.ts';
import { type Chat, createChat } from './chat/chat.ts';
import { createFiles, type Files } from './files/files.ts';
import { createFeedback, type Feedback } from './feedback/feedback.ts';
import { EgressRecorder } from './media/livekit/egress-recorder.ts';
import { LiveKitServer } from './media/livekit/livekit-server.ts';
import { createMedia, type Media } from './media/media.ts';
import { createNotes } from './notes/notes.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config/config.ts';
import { AttendanceStore, createPresence, type Presence } from './presence/presence.ts';
import type { Recorder } from './recording/recorder.ts';
import { createRecording, type Recording } from './recording/recording.ts';
import { createScheduling, type Scheduling } from './scheduling/scheduling.ts';
import { countSessions, sessionMetrics } from './sessions/session-metrics.ts';
import { createSessions, type Sessions } from './sessions/sessions.ts';
import { createTopics, type Topics } from './topics/topics.ts';
import { createWhiteboards, type Whiteboards } from './whiteboard/whiteboard.ts';
import { createTranscript, type Transcript } from './transcript/transcript.ts';

export interface Live {
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly media: Media;
  readonly files: Files;
  readonly topics: Topics;
  readonly annotations: Annotations;
  readonly chat: Chat;
  readonly consent: Consent;
  readonly recording: Recording;
  readonly transcript: Transcript;
  readonly feedback: Feedback;
  readonly scheduling: Scheduling;
  readonly whiteboards: Whiteboards;
  readonly resolvers: readonly object[];
}

/** The contexts of a session: its life, who is there, its room, its chat, and what was thought of it. */
export function createLive(
  config: Config,
  base: Base,
  accounts: Accounts,
  overrides: Overrides,
): Live {
  const { clock, database, wakeUps, jobs, allowances } = base;
  const { people } = accounts;
  const loggerOf = (context: string) => base.logger.child({ context });
  const server = overrides.mediaServer ?? new LiveKitServer(config.media, clock);
  const attendance = new AttendanceStore(database, clock);
  const basis = { clock, database, wakeUps, jobs, allowances, people };
  const meter = sessionMetrics(base.metrics);
  const sessions = createSessions({
    ...{ ...basis, rules: config.sessions, meter },
    attending: attendance,
    logger: loggerOf('sessions'),
  });
  countSessions(base.metrics, sessions.index);
  const presence = createPresence({
    ...{ ...basis, ...config.presence, sessions, attendance, roster: server },
    logger: loggerOf('presence'),
  });
  const consent = createConsent(sessions, allowances, config);
  const recording = recordingOf(config, base, { accounts, sessions, consent, overrides });
  const media = createMedia({
    ...{ server, sessions, presence, people, clock, allowances, meter, ice: config.media.ice },
    recording,
    logger: loggerOf('media'),
  });
  const files = filesOf(config, base, { accounts, sessions });
  const topics = createTopics(sessions, allowances);
  const annotations = createAnnotations({ ...basis, sessions });
  const chat = createChat({ ...basis, sessions, files, logger: loggerOf('chat') });
  const transcript = createTranscript({
    ...{ ...basis, ...config.transcript, sessions, consents: consent },
    logger: loggerOf('transcript'),
    viewerOf: (headers) => accounts.viewerOf(headers),
  });
  const scheduling = createScheduling({ ...basis, ...config.scheduling, sessions });
  const whiteboards = createWhiteboards({ ...basis, sessions, logger: loggerOf('whiteboard') });
  const notes = createNotes({ ...basis, sessions });
  const feedback = createFeedback(database, sessions);
  const said = { topics, annotations, chat, notes, whiteboards, feedback };
  const agreed = { consent, recording, transcript };
  const contexts = { sessions, presence, media, ...said, ...agreed, scheduling };
  const resolvers = Object.values(contexts).flatMap((context) => context.resolvers);
  return { files, ...contexts, resolvers };
}

function filesOf(
  config: Config,
  { database, clock, allowances, storage, logger }: Base,
  { accounts, sessions }: { readonly accounts: Accounts; readonly sessions: Sessions },
): Files {
  return createFiles({
    ...{ database, clock, allowances, storage, sessions },
    ...config.files,
    publicUrl: config.http.publicUrl,
    viewerOf: (headers) => accounts.viewerOf(headers),
    logger: logger.child({ context: 'files' }),
  });
}

interface WithConsent {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly consent: Consent;
  readonly overrides: Overrides;
}

function recordingOf(
  config: Config,
  { database, clock, wakeUps, jobs, allowances, storage, logger }: Base,
  { accounts, sessions, consent, overrides }: WithConsent,
): Recording {
  return createRecording({
    ...{ database, clock, wakeUps, jobs, allowances, storage, sessions },
    ...{ consents: consent, recorder: overrides.recorder ?? recorderOf(config, clock) },
    mostSessionBytes: config.recording.mostSessionBytes,
    keptMs: config.recording.keptMs,
    silenceMs: config.files.silenceMs,
    publicUrl: config.http.publicUrl,
    secret: config.auth.secret,
    viewerOf: (headers) => accounts.viewerOf(headers),
    logger: logger.child({ context: 'recording' }),
  });
}

/** So long it may take until Egress has said that it begins; it opens a browser before. */
const egressStartMs = 15_000;

function recorderOf({ recording, media, egress, storage }: Config, clock: Clock): Recorder | null {
  if (recording.by !== 'egress') return null;
  const options = { ...media, ...egress, storage, startTimeoutMs: egressStartMs };
  return new EgressRecorder(options, clock);
}
