import { createApp } from './app.ts';
import { Demo } from './demo/demo.ts';
import { noJobs } from './platform/jobs/no-jobs.ts';
import { configFrom } from './platform/config/config.ts';
import { environment, readEnv } from './platform/config/env.ts';
import { createLogger } from './platform/logger.ts';

/** Puts in the demo's people and sessions, and prints the two links that sign in, as one line of JSON. */
const config = configFrom(readEnv(environment()));
const clock = { at: null as number | null, now: () => clock.at ?? Date.now() };
const overrides = { clock, jobs: noJobs, logger: createLogger('error') };
await using app = await createApp(config, overrides);
const links = await new Demo(app, clock).prepare();
process.stdout.write(`${JSON.stringify(links)}\n`);
