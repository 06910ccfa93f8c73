import type { Logger } from '../logger.ts';
import { LocalWakeUps } from './local-wake-ups.ts';
import { RedisWakeUps } from './redis-wake-ups.ts';
import type { WakeUps } from './wake-ups.ts';

/** The hints that the settings name. */
export function createWakeUps(redisUrl: string | null, logger: Logger): WakeUps {
  if (redisUrl === null) return new LocalWakeUps();
  const wakeUps = new RedisWakeUps(redisUrl, logger);
  wakeUps.start();
  return wakeUps;
}
