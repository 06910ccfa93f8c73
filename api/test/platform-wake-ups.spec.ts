import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createLogger } from '../src/platform/logger.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { RedisWakeUps } from '../src/platform/streams/redis-wake-ups.ts';
import type { WakeUps } from '../src/platform/streams/wake-ups.ts';
import { wakeUpsContract } from './contracts/wake-ups.contract.ts';
import { freePort } from './test-api.ts';

describe('hints within a process', () => {
  wakeUpsContract(() => {
    const wakeUps = new LocalWakeUps();
    return Promise.resolve({ one: wakeUps, other: wakeUps });
  });
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

describe('hints by Redis', () => {
  if (!hasRedis) {
    it('FAIL-12 tell a listener in another process', () => {
      pending('there is no redis-server on this machine');
    });
    return;
  }
  let redis: ChildProcess;

  afterAll(async () => {
    await stop(redis);
  });

  wakeUpsContract(async () => {
    const port = await freePort();
    redis = redisAt(port);
    const [one, other] = [wakeUpsAt(port), wakeUpsAt(port)];
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
    const late = redisAt(port);
    try {
      await connected(one, other);
      await connected(other, one);
    } finally {
      await stop(late);
    }
    expect(other.listenedTopics).toEqual([]);
  });
});

function wakeUpsAt(port: number): RedisWakeUps {
  return new RedisWakeUps(`redis://127.0.0.1:${String(port)}`, createLogger('silent'));
}

function redisAt(port: number): ChildProcess {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  return spawn('redis-server', settings, { stdio: 'ignore' });
}

async function stop(redis: ChildProcess): Promise<void> {
  const ended = once(redis, 'exit');
  redis.kill('SIGTERM');
  await ended;
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
