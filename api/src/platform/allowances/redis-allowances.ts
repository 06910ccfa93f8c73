import { Redis } from 'ioredis';
import { type Clock, systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import type { Allowances, Quota } from './allowances.ts';
import { LocalAllowances } from './local-allowances.ts';

/** When each was taken is a list, the oldest first, which goes when nothing in it counts any more. */
const takeScript = `
local now, window, most, count = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local oldest = redis.call('LINDEX', KEYS[1], 0)
while oldest and tonumber(oldest) <= now - window do
  redis.call('LPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], 0)
end
local over = redis.call('LLEN', KEYS[1]) + count - most
if over > 0 then
  return tonumber(redis.call('LINDEX', KEYS[1], over - 1) or now) + window - now
end
for _ = 1, count do redis.call('RPUSH', KEYS[1], now) end
redis.call('PEXPIRE', KEYS[1], window)
return 0`;

export interface RedisAllowancesOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Everybody waits for the answer, so nobody waits long for one that does not come. */
const answerMs = 300;
/** So long Redis is not asked again after it gave no answer. */
const pauseMs = 1000;

/**
 * Counts together with the other processes. Each counts for itself as well, and goes on with that
 * while Redis is away; whichever of the two says no is heard.
 */
export class RedisAllowances implements Allowances {
  private readonly local: LocalAllowances;
  private readonly log: RareLog;
  private readonly redis: Redis;
  private pause: NodeJS.Timeout | null = null;

  constructor(private readonly options: RedisAllowancesOptions) {
    this.local = new LocalAllowances(options.clock);
    this.log = new RareLog(options.logger, systemClock);
    this.redis = new Redis(options.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: answerMs,
      // A connection that says nothing for so long is made anew.
      socketTimeout: 10_000,
    });
    this.redis.on('error', (error: Error) => {
      this.log.warn(error, 'limits have no connection to Redis');
    });
  }

  async take(quota: Quota, key: string, count = 1): Promise<number> {
    const waitMs = await this.takeTogether(quota, key, count);
    return waitMs > 0 ? waitMs : await this.local.take(quota, key, count);
  }

  async checkHealth(): Promise<void> {
    await this.redis.ping();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.pause) clearTimeout(this.pause);
    this.redis.disconnect();
    await this.local[Symbol.asyncDispose]();
  }

  /** Nothing to wait for where Redis gives no answer. */
  private async takeTogether(quota: Quota, key: string, count: number): Promise<number> {
    if (this.pause) return 0;
    const { name, most, windowMs } = quota;
    const now = this.options.clock.now();
    try {
      const place = `peerlearn:allowance:${name}:${key}`;
      return Number(await this.redis.eval(takeScript, 1, place, now, windowMs, most, count));
    } catch (error) {
      this.log.warn(error, 'limits are counted by each process alone');
      this.pause ??= setTimeout(() => {
        this.pause = null;
      }, pauseMs);
      return 0;
    }
  }
}
