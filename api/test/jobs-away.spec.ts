import { findMongo, startMongo } from './test-mongo.ts';
import { freePort, TestApi } from './test-api.ts';

const program = await findMongo();

describe('a job store that is away at the start', () => {
  it('FAIL-12 holds up nothing else, is named as down, and is used when it comes', async () => {
    if ('missing' in program) {
      pending(`no MongoDB: ${program.missing}`);
      return;
    }
    const port = await freePort();
    const MONGO_URL = `mongodb://127.0.0.1:${String(port)}/peerlearn`;
    await using api = await TestApi.start({ settings: { JOBS_BACKEND: 'mongo', MONGO_URL } });
    const health = async () => {
      const answer = await fetch(`${api.url}/health/ready`);
      return [answer.status, ((await answer.json()) as { jobs: string }).jobs];
    };
    expect(await health()).toEqual([200, 'down']);
    expect(await api.ask('{ viewer { email } }')).toEqual({ viewer: null });
    const mongo = await startMongo(program, { port });
    try {
      let found = await health();
      while (found[1] !== 'up') found = await health();
      expect(found).toEqual([200, 'up']);
    } finally {
      await mongo.stop();
    }
  });
});
