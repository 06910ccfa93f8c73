import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Allowances } from './allowances.ts';
import { LocalAllowances } from './local-allowances.ts';
import { RedisAllowances } from './redis-allowances.ts';

/** Counted by all processes together where there is a Redis. */
export function createAllowances(
  redisUrl: string | null,
  clock: Clock,
  logger: Logger,
): Allowances {
  if (redisUrl === null) return new LocalAllowances(clock);
  return new RedisAllowances({ url: redisUrl, clock, logger });
}
