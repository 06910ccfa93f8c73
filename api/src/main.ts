import { once } from 'node:events';
import { createApp } from './app.ts';
import { type Config, configFrom } from './platform/config/config.ts';
import { environment, readEnv } from './platform/config/env.ts';
import { InvalidSettings } from './platform/config/read-settings.ts';
import { PortInUse } from './platform/http/web-server.ts';
import { createLogger } from './platform/logger.ts';

/** Runs until a signal comes, then ends in order. */
async function run(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending.abort();
    });
  }
  await using app = await createApp(config, { logger });
  await app.start();
  logger.info({ address: app.url }, 'PeerLearn is up');
  if (!ending.signal.aborted) await once(ending.signal, 'abort');
  logger.info('PeerLearn is ending');
}

try {
  await run(configFrom(readEnv(environment())));
} catch (error) {
  if (error instanceof InvalidSettings || error instanceof PortInUse) {
    process.stderr.write(`${error.message}\n`);
  } else {
    createLogger('fatal').fatal({ err: error }, 'PeerLearn could not start');
  }
  process.exitCode = 1;
}

// The alarm clock leaves a timer behind for every job that ran; all that is ours has ended by now.
setTimeout(() => process.exit(), 500).unref();
