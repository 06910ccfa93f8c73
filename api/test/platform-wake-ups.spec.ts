import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createLogger } from '../src/platform/logger.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { RedisWakeUps } from '../src/platform/streams/redis-wake-ups.ts';
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
    const ended = once(redis, 'exit');
    redis.kill('SIGTERM');
    await ended;
  });

  wakeUpsContract(async () => {
    const port = String(await freePort());
    redis = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    });
    const logger = createLogger('silent');
    const url = `redis://127.0.0.1:${port}`;
    const one = new RedisWakeUps(url, logger);
    const other = new RedisWakeUps(url, logger);
    await one.start();
    await other.start();
    return { one, other };
  });
});
