import { argv, stdout } from 'node:process';
import { systemClock } from '../src/platform/clock.ts';
import { type JobsSettings, createJobs } from '../src/platform/jobs/create-jobs.ts';
import { createLogger } from '../src/platform/logger.ts';

/** A process for tests to kill: it says that it rings, and goes on ringing. */
const { settings, name } = JSON.parse(argv[2] ?? '') as { settings: JobsSettings; name: string };
const jobs = createJobs(settings, createLogger('silent'));
jobs.define(name, async () => {
  stdout.write('ringing\n');
  await new Promise(() => undefined);
});
await jobs.start();
await jobs.at(name, { at: systemClock.now(), key: 'crash', data: { about: 'crash' } });
