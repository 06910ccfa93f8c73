import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { isRole } from './accounts/viewer.ts';
import { noJobs } from './platform/jobs/no-jobs.ts';
import { configFrom } from './platform/config/config.ts';
import { environment, readEnv } from './platform/config/env.ts';
import { createLogger } from './platform/logger.ts';

/**
 * The operator adds a person: `person --email ana@example.org --name "Ana" --role MENTOR`.
 * Prints, as one line of JSON, the identifier and a link that signs in once. With `--password` the
 * person's password is read from standard input.
 */
const { values } = parseArgs({
  options: {
    email: { type: 'string' },
    name: { type: 'string', default: '' },
    role: { type: 'string', default: 'LEARNER' },
    password: { type: 'boolean', default: false },
  },
});
const { email, name, role } = values;
if (!email?.includes('@') || !isRole(role)) {
  process.stderr.write(
    'usage: person --email ADDRESS [--name NAME] [--role MENTOR|LEARNER|ADMIN]\n',
  );
  process.exit(2);
}
const config = configFrom(readEnv(environment()));
await using app = await createApp(config, { jobs: noJobs, logger: createLogger('error') });
const { id } = await app.accounts.addPerson({ email, displayName: name, roles: [role] });
await app.accounts.grant(id, role);
if (values.password) await app.accounts.setPassword(id, (await text(process.stdin)).trim());
const link = await app.accounts.signInLink(id, '/');
process.stdout.write(`${JSON.stringify({ id, link })}\n`);
