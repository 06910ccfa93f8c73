import { createJobs, type JobsSettings } from '../src/platform/jobs/create-jobs.ts';
import { createLogger } from '../src/platform/logger.ts';
import { type AlarmClockUnderTest, jobsContract } from './contracts/jobs.contract.ts';
import { CutWire } from './cut-wire.ts';
import { startRinging } from './ringing-process.ts';
import { freshDatabase } from './test-database.ts';
import { findMongo, startMongo } from './test-mongo.ts';

describe('jobs on PostgreSQL', () => {
  jobsContract(async () => {
    const url = await freshDatabase();
    return alarmClock(url, (databaseUrl) => ({ ...postgres, databaseUrl }));
  });
});

const program = await findMongo();

describe('jobs on MongoDB', () => {
  if ('missing' in program) {
    it('PRE-10 rings as on PostgreSQL', () => {
      pending(`no MongoDB: ${program.missing}`);
    });
    return;
  }
  let stop = (): Promise<unknown> => Promise.resolve();

  afterAll(async () => {
    await stop();
  });

  jobsContract(async () => {
    const server = await startMongo(program);
    stop = () => server.stop();
    return alarmClock(server.url, (mongoUrl) => ({ ...mongo, mongoUrl }));
  });
});

const postgres = { backend: 'postgres', mongoUrl: null } as const;
const mongo = { backend: 'mongo', databaseUrl: '' } as const;

function alarmClock(url: string, at: (url: string) => JobsSettings): AlarmClockUnderTest {
  const log: string[] = [];
  const open = (settings: JobsSettings) =>
    createJobs(settings, createLogger('warn', { write: (line) => log.push(line) }));
  return {
    log,
    open: (options = {}) => open({ ...at(url), ...options }),
    openBy: (wire) => open(at(wire.url)),
    wire: () => CutWire.to(url),
    startRinging: (name) => startRinging(at(url), name),
  };
}
