import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { noJobs } from './platform/jobs/no-jobs.ts';
import { configFrom } from './platform/config/config.ts';
import { environment, readEnv } from './platform/config/env.ts';
import { createLogger } from './platform/logger.ts';

/**
 * The operator adds a course: `course --title "Algebra" [--description "…"]`. Prints its identifier
 * as one line of JSON; one of that title that is there already is left as it is.
 */
const { values } = parseArgs({
  options: { title: { type: 'string' }, description: { type: 'string', default: '' } },
});
const { title, description } = values;
if (!title) {
  process.stderr.write('usage: course --title TITLE [--description TEXT]\n');
  process.exit(2);
}
const config = configFrom(readEnv(environment()));
await using app = await createApp(config, { jobs: noJobs, logger: createLogger('error') });
const { course } = await app.sessions.courses.ensure({ title, description });
process.stdout.write(`${JSON.stringify({ id: course.id })}\n`);
