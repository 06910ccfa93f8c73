import express from 'express';
import { readConsents } from '../consent/read-consents.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { TranscriberConfig } from '../platform/config/transcriber-env.ts';
import { Database } from '../platform/database/database.ts';
import { health } from '../platform/http/health.ts';
import { WebServer } from '../platform/http/web-server.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import { createWakeUps } from '../platform/streams/create-wake-ups.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import { FactsReader, sessionEntities } from '../sessions/sessions.ts';
import { openTranscriptDoor } from '../transcript/transcript-door.ts';
import { chooseEngine } from './engines/choose-engine.ts';
import { openVoiceActivity } from './engines/local/silero.ts';
import { JobKeeper } from './jobs/job-keeper.ts';
import { SessionJob } from './jobs/session-job.ts';
import { LiveKitEars } from './media/livekit/livekit-ears.ts';
import { LeaseStore } from './store/lease-store.ts';
import { LiveSessions } from './store/live-sessions.ts';

export { EngineMissing } from './engines/engine.ts';

/** A program that is killed is followed by another after so long. */
const leaseMs = 10_000;

/** Listens in the rooms of live sessions and writes down what is said; disposing hands them over. */
export async function startTranscriber(
  config: TranscriberConfig,
  logger: Logger,
  clock: Clock = systemClock,
): Promise<AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const activity = await openVoiceActivity(config.speech.models);
  const engine = await chooseEngine(config.speech, { now: () => clock.now(), logger });
  const ears = stack.use(await LiveKitEars.open({ ...config.media, clock, logger }));
  const database = stack.use(
    Database.open({ ...config.database, entities: sessionEntities, migrations: [], logger }),
  );
  const wakeUps = stack.use(createWakeUps(config, logger));
  const facts = new FactsReader(database);
  const consents = readConsents(database, facts);
  const door = openTranscriptDoor({ database, facts, consents, wakeUps, clock });
  const work = { ears, engine, activity, door, clock, newId, logger };
  const wanted = new LiveSessions(database, consents);
  const keeper = keeperOf(config, { database, wanted, wakeUps, logger }, (sessionId) => {
    return new SessionJob(sessionId, work);
  });
  stack.use(keeper);
  stack.use(await answer(config, database, logger));
  keeper.start();
  return stack.move();
}

interface Parts {
  readonly database: Database;
  readonly wanted: LiveSessions;
  readonly wakeUps: WakeUps;
  readonly logger: Logger;
}

function keeperOf(
  { mostRooms: most }: TranscriberConfig,
  { database, wanted, wakeUps, logger }: Parts,
  jobFor: (sessionId: string) => SessionJob,
): JobKeeper {
  const leases = new LeaseStore(database, leaseMs);
  return new JobKeeper({ holder: newId(), wanted, leases, jobFor, most, wakeUps, logger });
}

/** Says how it is to whoever looks after it. */
async function answer(
  { http }: TranscriberConfig,
  database: Database,
  logger: Logger,
): Promise<WebServer> {
  const app = express();
  app.disable('x-powered-by');
  const check = () => database.checkHealth();
  app.use('/health', health([{ name: 'database', isVital: true, check }], logger));
  const server = new WebServer(app);
  await server.listen(http.port, http.host);
  return server;
}
