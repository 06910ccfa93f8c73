import { Client } from 'pg';
import { createLogger } from '../src/platform/logger.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { PostgresWakeUps } from '../src/platform/streams/postgres-wake-ups.ts';
import { RedisWakeUps } from '../src/platform/streams/redis-wake-ups.ts';
import type { WakeUps } from '../src/platform/streams/wake-ups.ts';
import { wakeUpsContract } from './contracts/wake-ups.contract.ts';
import { freePort } from './test-api.ts';
import { freshDatabase } from './test-database.ts';
import { hasRedis, TestRedis } from './test-redis.ts';

describe('hints within a process', () => {
  wakeUpsContract(() => {
    const wakeUps = new LocalWakeUps();
    return Promise.resolve({ one: wakeUps, other: wakeUps });
  });
});

describe('hints by PostgreSQL', () => {
  let url: string;

  beforeAll(async () => {
    url = await freshDatabase();
  });

  function wakeUps(): PostgresWakeUps {
    return new PostgresWakeUps({ url, silenceMs: 30_000, logger: createLogger('silent') });
  }

  wakeUpsContract(async () => {
    const [one, other] = [wakeUps(), wakeUps()];
    one.start();
    other.start();
    await connected(one, other);
    await connected(other, one);
    return { one, other };
  });

  it('FAIL-12 cross again when the connection to the database was lost', async () => {
    await using one = wakeUps();
    await using other = wakeUps();
    one.start();
    other.start();
    await connected(one, other);
    expect(await endConnections(url)).toBeGreaterThan(1);
    await connected(one, other);
    await connected(other, one);
  });
});

describe('hints by Redis', () => {
  if (!hasRedis) {
    it('FAIL-12 tell a listener in another process', () => {
      pending('there is no redis-server on this machine');
    });
    return;
  }
  let redis: TestRedis;

  afterAll(async () => {
    await redis.kill();
  });

  wakeUpsContract(async () => {
    redis = await TestRedis.start();
    const [one, other] = [wakeUpsAt(redis.port), wakeUpsAt(redis.port)];
    one.start();
    other.start();
    await connected(one, other);
    await connected(other, one);
    return { one, other };
  });

  it('FAIL-12 start without Redis, and cross when it comes', async () => {
    const port = await freePort();
    await using one = wakeUpsAt(port);
    await using other = wakeUpsAt(port);
    one.start();
    other.start();
    await connected(one, one);
    await using _late = await TestRedis.start(port);
    await connected(one, other);
    await connected(other, one);
    expect(other.listenedTopics).toEqual([]);
  });
});

function wakeUpsAt(port: number): RedisWakeUps {
  return new RedisWakeUps(`redis://127.0.0.1:${String(port)}`, createLogger('silent'));
}

/** Ends all connections to a database but its own; says how many. */
async function endConnections(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Resolves when what one announces comes to the other. */
async function connected(one: WakeUps, other: WakeUps): Promise<void> {
  const leave = new AbortController();
  const hints = other.listen('session:any', leave.signal)[Symbol.asyncIterator]();
  const timer = setInterval(() => {
    one.announce('session:any');
  }, 20);
  try {
    await hints.next();
  } finally {
    clearInterval(timer);
    leave.abort();
  }
}
