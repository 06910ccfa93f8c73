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
import { type Chat, chatEntities, chatResolvers, createChat } from './chat/chat.ts';
import {
  createFeedback,
  type Feedback,
  feedbackEntities,
  feedbackResolvers,
} from './feedback/feedback.ts';
import { LiveKitServer } from './media/livekit/livekit-server.ts';
import { createMedia, type Media, mediaResolvers, noticePath } from './media/media.ts';
import type { MediaServer } from './media/media-server.ts';
import { migrations } from './migrations/migrations.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/config.ts';
import { Database } from './platform/database/database.ts';
import { buildApiSchema } from './platform/graphql/build-schema.ts';
import { Instances } from './platform/graphql/instances.ts';
import type { SocketTiming } from './platform/graphql/socket-endpoint.ts';
import { TimeResolver } from './platform/graphql/time-resolver.ts';
import { Web } from './platform/http/web.ts';
import { createJobs } from './platform/jobs/create-jobs.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { type Logger, createLogger } from './platform/logger.ts';
import { caughtMailPages } from './platform/mail/caught-mail-pages.ts';
import { CaughtMailbox } from './platform/mail/caught-mailbox.ts';
import type { Mailbox } from './platform/mail/mailbox.ts';
import { SmtpMailbox } from './platform/mail/smtp-mailbox.ts';
import { createWakeUps } from './platform/streams/create-wake-ups.ts';
import type { WakeUps } from './platform/streams/wake-ups.ts';
import {
  AttendanceStore,
  createPresence,
  type Presence,
  presenceEntities,
  presenceResolvers,
} from './presence/presence.ts';
import {
  createSessions,
  sessionEntities,
  type Sessions,
  sessionResolvers,
} from './sessions/sessions.ts';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly mailbox?: Mailbox;
  readonly jobs?: Jobs;
  readonly wakeUps?: WakeUps;
  readonly mediaServer?: MediaServer;
  readonly socketTiming?: Partial<SocketTiming>;
}

/** The program in parts; disposing ends it in the reverse order of its making. */
export interface App extends AsyncDisposable {
  readonly url: string;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly chat: Chat;
  readonly feedback: Feedback;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly wakeUps: WakeUps;
  /** Begins to answer and to ring. */
  start(): Promise<void>;
}

const entities = [
  ...accountEntities,
  ...sessionEntities,
  ...presenceEntities,
  ...chatEntities,
  ...feedbackEntities,
];

const resolverClasses = [
  ...accountResolvers,
  ...sessionResolvers,
  ...presenceResolvers,
  ...mediaResolvers,
  ...chatResolvers,
  ...feedbackResolvers,
  TimeResolver,
];

/** The schema of the program, without running it. */
export function apiSchema(): GraphQLSchema {
  return buildApiSchema(resolverClasses);
}

/** Puts the program together and brings the database up to date if so set; the one place that knows every context. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const base = createBase(config, overrides, stack);
  const { clock, logger, database, jobs, wakeUps } = base;
  // The sign-in library looks for its tables when it is made, and remembers what it saw.
  if (config.isMigrating) await database.migrate();
  const accounts = stack.use(
    createAccounts({
      database,
      databaseUrl: config.database.url,
      mailbox: base.mailbox,
      clock,
      logger: logger.child({ context: 'accounts' }),
      publicUrl: config.http.publicUrl,
      auth: config.auth,
    }),
  );
  const live = createLive(config, base, accounts, overrides.mediaServer);
  stack.use(live.sessions);
  stack.use(live.presence);
  stack.use(live.media);
  stack.use(jobs);
  const web = stack.use(createWeb(config, { base, accounts, live }, overrides.socketTiming));
  accounts.onSignedOut((personId) => {
    web.reopenSockets(personId);
  });
  const ending = stack.move();
  return {
    url: config.http.publicUrl,
    accounts,
    sessions: live.sessions,
    presence: live.presence,
    chat: live.chat,
    feedback: live.feedback,
    database,
    jobs,
    wakeUps,
    async start() {
      await accounts.prepare();
      await jobs.start();
      await live.sessions.start();
      live.media.start();
      live.presence.start();
      await web.listen();
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}

interface Parts {
  readonly base: Base;
  readonly accounts: Accounts;
  readonly live: Live;
}

/** What the outside reaches: GraphQL, sign-in, the media server's notices, health. */
function createWeb(
  config: Config,
  { base, accounts, live }: Parts,
  socketTiming: Partial<SocketTiming> = {},
): Web<Viewer, RequestContext> {
  const { clock, logger, database, jobs, caughtMail } = base;
  const instances = new Instances([
    ...accounts.resolvers,
    ...live.resolvers,
    new TimeResolver(clock),
  ]);
  return new Web({
    ...config.http,
    mediaUrl: config.media.publicUrl,
    schema: apiSchema(),
    viewerOf: (headers) => accounts.viewerOf(headers),
    keyOf: (viewer) => viewer.personId,
    contextOf: (viewer) => ({ viewer, instances }),
    routes: [
      { path: '/auth', handler: accounts.handler },
      { path: noticePath, handler: live.media.handler },
      ...(caughtMail ? [{ path: '/dev/mail', handler: caughtMailPages(caughtMail) }] : []),
    ],
    checks: [
      { name: 'database', isVital: true, check: () => database.checkHealth() },
      { name: 'jobs', isVital: false, check: () => jobs.checkHealth() },
      { name: 'media', isVital: false, check: () => live.media.checkHealth() },
    ],
    logger: logger.child({ context: 'web' }),
    socketTiming,
  });
}

interface Live {
  readonly sessions: Sessions;
  readonly presence: Presence;
  readonly media: Media;
  readonly chat: Chat;
  readonly feedback: Feedback;
  readonly resolvers: readonly object[];
}

/** The contexts of a session: its life, who is there, its room, its chat, and what was thought of it. */
function createLive(
  config: Config,
  base: Base,
  { people }: Accounts,
  otherServer: MediaServer | undefined,
): Live {
  const { clock, database, wakeUps, jobs } = base;
  const loggerOf = (context: string) => base.logger.child({ context });
  const server = otherServer ?? new LiveKitServer(config.media, clock);
  const attendance = new AttendanceStore(database, clock);
  const basis = { clock, database, wakeUps, jobs, people };
  const rules = config.sessions;
  const sessions = createSessions({
    ...basis,
    rules,
    attending: attendance,
    logger: loggerOf('sessions'),
  });
  const presence = createPresence({
    ...basis,
    ...config.presence,
    sessions,
    attendance,
    roster: server,
    logger: loggerOf('presence'),
  });
  const media = createMedia({ server, sessions, presence, clock, logger: loggerOf('media') });
  const chat = createChat({ ...basis, sessions });
  const feedback = createFeedback(database, sessions);
  const parts = [sessions, presence, media, chat, feedback];
  const resolvers = parts.flatMap((part) => part.resolvers);
  return { sessions, presence, media, chat, feedback, resolvers };
}

interface Base {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly jobs: Jobs;
  readonly mailbox: Mailbox;
  readonly caughtMail: CaughtMailbox | null;
}

/** What every context stands on. */
function createBase(config: Config, overrides: Overrides, stack: AsyncDisposableStack): Base {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const database = stack.use(
    Database.open({
      ...config.database,
      entities,
      migrations,
      logger: logger.child({ context: 'database' }),
    }),
  );
  const wakeUps = stack.use(
    overrides.wakeUps ??
      createWakeUps(config.wakeUps.redisUrl, logger.child({ context: 'wake-ups' })),
  );
  const jobs =
    overrides.jobs ??
    createJobs(
      { ...config.jobs, databaseUrl: config.database.url },
      logger.child({ context: 'jobs' }),
    );
  const { smtpUrl, from } = config.mail;
  const caughtMail = config.mail.kind === 'caught' ? new CaughtMailbox(database, clock) : null;
  const outgoing = smtpUrl === null ? null : new SmtpMailbox({ url: smtpUrl, from });
  const mailbox = overrides.mailbox ?? caughtMail ?? outgoing;
  if (!mailbox) throw new Error('there is nowhere for mail to go');
  return { clock, logger, database, wakeUps, jobs, mailbox: stack.use(mailbox), caughtMail };
}
