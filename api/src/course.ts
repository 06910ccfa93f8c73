import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { checkCourse } from './sessions/sessions.ts';
import { noJobs } from './platform/jobs/no-jobs.ts';
import { configFrom } from './platform/config/config.ts';
import { environment, readEnv } from './platform/config/env.ts';
import { createLogger } from './platform/logger.ts';

/**
 * The operator adds a course: `course --title "Algebra" [--description "…"] [--link "Book=https://…"]…`.
 * Prints its identifier as one line of JSON. Of a course of that title that is there already, only
 * what is named is changed.
 */
const usage = 'usage: course --title TITLE [--description TEXT] [--link TITLE=URL]...';
const { values } = parseArgs({
  options: {
    title: { type: 'string', default: '' },
    description: { type: 'string' },
    link: { type: 'string', multiple: true },
  },
});
const { title, description } = values;
const links = values.link?.map((link) => {
  const [name = '', ...address] = link.split('=');
  return { title: name, url: address.join('=') };
});
const checked = checkCourse({ title, description: description ?? '', links: links ?? [] });
if ('fault' in checked) {
  const { field, message } = checked.fault;
  process.stderr.write(`${field}: ${message}\n${usage}\n`);
  process.exit(2);
}
const config = configFrom(readEnv(environment()));
await using app = await createApp(config, { jobs: noJobs, logger: createLogger('error') });
const { courses } = app.sessions;
const { course, isNew } = await courses.ensure(checked.course);
if (!isNew && (description !== undefined || links)) {
  await courses.change(course.id, {
    title: course.title,
    description: description === undefined ? course.description : checked.course.description,
    links: links ? checked.course.links : course.links,
  });
}
process.stdout.write(`${JSON.stringify({ id: course.id })}\n`);
