import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import {
  type Accounts,
  accountEntities,
  accountResolvers,
  createAccounts,
} from './accounts/accounts.ts';
import type { RequestContext } from './accounts/request-context.ts';
import type { Viewer } from './accounts/viewer.ts';
import {
  annotationEntities,
  annotationResolvers,
  type Annotations,
} from './annotations/annotations.ts';
import { type Base, createBase, type Overrides } from './base.ts';
import { housekeepingOf } from './compose-housekeeping.ts';
import { type OfPeople, remindersOf } from './compose-reminders.ts';
import { type Consent, consentResolvers } from './consent/consent.ts';
import { type Chat, chatEntities, chatResolvers } from './chat/chat.ts';
import { createLive, type Live } from './compose-live.ts';
import { type Feedback, feedbackEntities, feedbackResolvers } from './feedback/feedback.ts';
import { mediaResolvers, noticePath } from './media/media.ts';
import { filesPath } from './files/file-record.ts';
import { fileEntities, type Files } from './files/files.ts';
import { migrations } from './migrations/migrations.ts';
import { noteEntities, noteResolvers } from './notes/notes.ts';
import { createOperator, operatorResolvers } from './operator/operator.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/database/database.ts';
import { buildApiSchema } from './platform/graphql/build-schema.ts';
import { Instances } from './platform/graphql/instances.ts';
import type { SocketTiming } from './platform/graphql/socket-endpoint.ts';
import { TimeResolver } from './platform/graphql/time-resolver.ts';
import { type HealthCheck, partsUp } from './platform/http/health.ts';
import { Web } from './platform/http/web.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { caughtMailPages } from './platform/mail/caught-mail-pages.ts';
import type { WakeUps } from './platform/streams/wake-ups.ts';
import {
  createPreferences,
  type PeoplesPreferences,
  preferenceResolvers,
} from './preferences/preferences.ts';
import { type Presence, presenceEntities, presenceResolvers } from './presence/presence.ts';
import {
  createPush,
  type Push,
  pushEntities,
  pushResolvers,
  type PushTiming,
} from './push/push.ts';
import { noticeResolvers, type Reminders } from './reminders/reminders.ts';
import {
  type Scheduling,
  schedulingEntities,
  schedulingResolvers,
} from './scheduling/scheduling.ts';
import { type Recording, recordingEntities, recordingResolvers } from './recording/recording.ts';
import { recordingsPath } from './recording/recording-record.ts';
import { sessionEntities, type Sessions, sessionResolvers } from './sessions/sessions.ts';
import { topicResolvers, type Topics } from './topics/topics.ts';
import { whiteboardResolvers, type Whiteboards } from './whiteboard/whiteboard.ts';
import { type Transcript, transcriptResolvers } from './transcript/transcript.ts';

/** The program in parts; disposing ends it in the reverse order of its making. */
export interface App extends AsyncDisposable {
  readonly url: string;
  readonly accounts: Accounts;
  readonly push: Push;
  readonly preferences: PeoplesPreferences;
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly files: Files;
  readonly topics: Topics;
  readonly annotations: Annotations;
  readonly chat: Chat;
  readonly consent: Consent;
  readonly recording: Recording;
  readonly transcript: Transcript;
  readonly feedback: Feedback;
  readonly reminders: Reminders;
  readonly scheduling: Scheduling;
  readonly whiteboards: Whiteboards;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly wakeUps: WakeUps;
  /** Begins to answer and to ring. */
  start(): Promise<void>;
}

const entities = [
  ...accountEntities,
  ...pushEntities,
  ...sessionEntities,
  ...presenceEntities,
  ...fileEntities,
  ...recordingEntities,
  ...annotationEntities,
  ...chatEntities,
  ...noteEntities,
  ...feedbackEntities,
  ...schedulingEntities,
];

const resolverClasses = [
  ...accountResolvers,
  ...pushResolvers,
  ...preferenceResolvers,
  ...sessionResolvers,
  ...presenceResolvers,
  ...mediaResolvers,
  ...topicResolvers,
  ...annotationResolvers,
  ...chatResolvers,
  ...consentResolvers,
  ...recordingResolvers,
  ...transcriptResolvers,
  ...noteResolvers,
  ...feedbackResolvers,
  ...noticeResolvers,
  ...schedulingResolvers,
  ...whiteboardResolvers,
  ...operatorResolvers,
  TimeResolver,
];

/** The schema of the program, without running it. */
export function apiSchema(): GraphQLSchema {
  return buildApiSchema(resolverClasses);
}

/** Puts the program together and brings the database up to date if so set; the one place that knows every context. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const base = createBase(config, overrides, { entities, migrations }, stack);
  const { database, jobs, wakeUps } = base;
  // The sign-in library looks for its tables when it is made, and remembers what it saw.
  if (config.isMigrating) await database.migrate();
  const accounts = stack.use(accountsOf(config, base));
  const push = stack.use(pushOf(config, base, overrides.pushTiming));
  const preferences = stack.use(preferencesOf(base, accounts));
  const live = createLive(config, base, accounts, overrides);
  for (const part of endingsOf(live)) stack.use(part);
  const people = { accounts, push, preferences };
  const reminders = stack.use(
    remindersOf(config, base, people, { sessions: live.sessions, overrides }),
  );
  const housekeeping = stack.use(housekeepingOf(base, { ...live, accounts, reminders }));
  stack.use(jobs);
  const parts = { base, ...people, live, reminders };
  const web = stack.use(createWeb(config, parts, overrides.socketTiming));
  const ending = stack.move();
  return {
    ...live,
    url: config.http.publicUrl,
    accounts,
    push,
    preferences,
    reminders,
    database,
    jobs,
    wakeUps,
    async start() {
      await accounts.prepare();
      await push.prepare();
      await jobs.start();
      await live.sessions.start();
      live.media.start();
      live.presence.start();
      await live.recording.start();
      const { transcript, whiteboards } = live;
      const parts = [transcript, whiteboards, preferences, reminders, housekeeping];
      for (const part of parts) part.start();
      await web.listen();
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}

function endingsOf(live: Live): readonly AsyncDisposable[] {
  const { sessions, presence, media, chat, recording, transcript, whiteboards } = live;
  return [sessions, presence, media, chat, recording, transcript, whiteboards];
}

function accountsOf(config: Config, base: Base): Accounts {
  return createAccounts({
    database: base.database,
    databaseUrl: config.database.url,
    silenceMs: config.database.silenceMs,
    mailbox: base.mailbox,
    wakeUps: base.wakeUps,
    clock: base.clock,
    logger: base.logger.child({ context: 'accounts' }),
    publicUrl: config.http.publicUrl,
    auth: config.auth,
  });
}

function pushOf(config: Config, base: Base, timing: Partial<PushTiming> = {}): Push {
  const logger = base.logger.child({ context: 'push' });
  const { database, clock, allowances } = base;
  return createPush({ ...config.push, database, clock, allowances, logger, timing });
}

function preferencesOf(base: Base, accounts: Accounts): PeoplesPreferences {
  const { database, clock, wakeUps } = base;
  const logger = base.logger.child({ context: 'preferences' });
  return createPreferences({ database, clock, wakeUps, accounts, logger });
}

interface Parts extends OfPeople {
  readonly base: Base;
  readonly live: Live;
  readonly reminders: Reminders;
}

/** What the outside reaches: GraphQL, sign-in, the media server's notices, health. */
function createWeb(
  config: Config,
  { base, accounts, push, preferences, live, reminders }: Parts,
  socketTiming: Partial<SocketTiming> = {},
): Web<Viewer, RequestContext> {
  const { clock, metrics, caughtMail, allowances } = base;
  const logger = base.logger.child({ context: 'web' });
  const checks = checksOf(base, live);
  const operator = createOperator({
    sessions: live.sessions,
    reminders,
    people: accounts.people,
    clock,
    parts: () => partsUp(checks, logger),
  });
  const instances = new Instances([
    ...accounts.resolvers,
    ...push.resolvers,
    ...preferences.resolvers,
    ...live.resolvers,
    ...reminders.resolvers,
    ...operator.resolvers,
    new TimeResolver(clock),
  ]);
  return new Web({
    ...config.http,
    allowances,
    mediaUrl: config.media.publicUrl,
    insideMediaUrl: config.media.url,
    schema: apiSchema(),
    viewerOf: (headers) => accounts.viewerOf(headers),
    keyOf: (viewer) => viewer.personId,
    endingsOf: (personId, signal) => accounts.signOutsOf(personId, signal),
    contextOf: (viewer) => ({ viewer, instances }),
    routes: [
      { path: '/auth', handler: accounts.handler },
      { path: noticePath, handler: live.media.handler },
      { path: filesPath, handler: live.files.handler },
      { path: recordingsPath, handler: live.recording.handler },
      { path: '/session', handler: live.transcript.handler },
      ...(caughtMail ? [{ path: '/dev/mail', handler: caughtMailPages(caughtMail) }] : []),
    ],
    checks,
    metrics,
    metricsToken: config.metrics.token,
    logger,
    socketTiming,
  });
}

function checksOf(
  { database, jobs, storage, partners }: Base,
  { media }: Live,
): readonly HealthCheck[] {
  return [
    { name: 'database', isVital: true, check: () => database.checkHealth() },
    { name: 'jobs', isVital: false, check: () => jobs.checkHealth() },
    { name: 'media', isVital: false, check: () => media.checkHealth() },
    { name: 'storage', isVital: false, check: () => storage.checkHealth() },
    ...partners,
  ];
}
