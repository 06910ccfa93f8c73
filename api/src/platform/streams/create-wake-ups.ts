import type { Config } from '../config/config.ts';
import type { Logger } from '../logger.ts';
import { LocalWakeUps } from './local-wake-ups.ts';
import { PostgresWakeUps } from './postgres-wake-ups.ts';
import { RedisWakeUps } from './redis-wake-ups.ts';
import type { WakeUps } from './wake-ups.ts';

/** The hints that the settings name. */
export function createWakeUps(
  { wakeUps: { kind, redisUrl }, database }: Pick<Config, 'wakeUps' | 'database'>,
  logger: Logger,
): WakeUps {
  if (kind === 'postgres') {
    const { url, silenceMs } = database;
    const wakeUps = new PostgresWakeUps({ url, silenceMs, logger });
    wakeUps.start();
    return wakeUps;
  }
  if (kind === 'local' || redisUrl === null) return new LocalWakeUps();
  const wakeUps = new RedisWakeUps(redisUrl, logger);
  wakeUps.start();
  return wakeUps;
}
