import 'reflect-metadata';
import { once } from 'node:events';
import { environment } from './platform/config/env.ts';
import { InvalidSettings } from './platform/config/read-settings.ts';
import { readTranscriberEnv, type TranscriberConfig } from './platform/config/transcriber-env.ts';
import { PortInUse } from './platform/http/web-server.ts';
import { createLogger } from './platform/logger.ts';
import { EngineMissing, startTranscriber } from './transcriber/transcriber.ts';

/** What is missing will not come by itself: whoever starts this again would do so for nothing. */
const missingCode = 78;

/** Runs until a signal comes, then finishes what is in the air. */
async function run(config: TranscriberConfig): Promise<void> {
  const logger = createLogger(config.logLevel).child({ context: 'transcriber' });
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending.abort();
    });
  }
  await using _transcriber = await startTranscriber(config, logger);
  logger.info('the transcriber is up');
  if (!ending.signal.aborted) await once(ending.signal, 'abort');
  logger.info('the transcriber is ending');
}

try {
  await run(readTranscriberEnv(environment()));
} catch (error) {
  if (error instanceof EngineMissing || error instanceof InvalidSettings) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = missingCode;
  } else if (error instanceof PortInUse) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else {
    createLogger('fatal').fatal({ err: error }, 'the transcriber could not start');
    process.exitCode = 1;
  }
}

// The library of LiveKit leaves a thread of its own behind; all that is ours has ended by now.
setTimeout(() => process.exit(), 500).unref();
