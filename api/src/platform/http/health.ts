import { type RequestHandler, Router } from 'express';
import type { Logger } from '../logger.ts';

export interface HealthCheck {
  readonly name: string;
  /** Without it nothing can be answered, so the replica takes itself out. */
  readonly isVital: boolean;
  /** Rejects where the part does not work. */
  readonly check: () => Promise<void>;
}

/** Whether a part answers. */
export interface PartHealth {
  readonly name: string;
  readonly isUp: boolean;
}

const timeoutMs = 2000;

/** `/live` says that the process answers; `/ready` which of its parts do. */
export function health(checks: readonly HealthCheck[], logger: Logger): RequestHandler {
  const router = Router();
  router.get('/live', (_request, response) => {
    response.json({ status: 'up' });
  });
  router.get('/ready', async (_request, response) => {
    const results = await partsUp(checks, logger);
    const isReady = checks.every((check, index) => !check.isVital || results[index]?.isUp);
    const parts = results.map(({ name, isUp }) => [name, isUp ? 'up' : 'down']);
    response.status(isReady ? 200 : 503);
    response.json({ status: isReady ? 'up' : 'down', ...Object.fromEntries(parts) });
  });
  return router;
}

/** Asks every part at once; one that does not answer in time is down. */
export function partsUp(
  checks: readonly HealthCheck[],
  logger: Logger,
): Promise<readonly PartHealth[]> {
  const asked = checks.map(async (check) => ({
    name: check.name,
    isUp: await isUp(check, logger),
  }));
  return Promise.all(asked);
}

async function isUp({ name, check }: HealthCheck, logger: Logger): Promise<boolean> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('no answer in time'));
  }, timeoutMs);
  try {
    await Promise.race([check(), late]);
    return true;
  } catch (error) {
    logger.warn({ err: error, part: name }, 'a part does not answer');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
