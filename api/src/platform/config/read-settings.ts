import type { z } from 'zod';

/** What is wrong with the settings, one line for each fault, all of them at once. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';

  constructor(readonly faults: readonly string[]) {
    super(['These settings are not right:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
}

/** Variables and their values. */
export type Source = Readonly<Record<string, string | undefined>>;

/** Settings with which another one is needed: with this value, or with any where it is `null`. */
const companions = [
  ['JOBS_BACKEND', 'mongo', 'MONGO_URL'],
  ['WAKE_UPS', 'redis', 'REDIS_URL'],
  ['MAIL', 'smtp', 'SMTP_URL'],
  ['STORAGE', 's3', 'S3_BUCKET'],
  ['STORAGE', 's3', 'S3_ACCESS_KEY'],
  ['STORAGE', 's3', 'S3_SECRET_KEY'],
  ['TURN_URLS', null, 'TURN_SECRET'],
  ['SPEECH_ENGINE', 'gemini-live', 'SPEECH_API_KEY'],
  ['SPEECH_ENGINE', 'openai-compatible', 'SPEECH_API_URL'],
] as const;

/** Reads the settings of a program. Throws `InvalidSettings` that names every fault. */
export function readSettings<Schema extends z.ZodObject>(
  settings: Schema,
  environment: Source,
): z.output<Schema> {
  // An empty variable is what a compose file passes on for one that is not set.
  const given: Source = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const missing = companions
    .filter(([name, , needed]) => name in settings.shape && needed in settings.shape)
    .filter(([name, value]) => given[name] !== undefined && given[name] === (value ?? given[name]))
    .filter(([, , needed]) => given[needed] === undefined)
    .map(([name, value, needed]) => `${needed}: is needed when ${name} is ${value ?? 'set'}`);
  const result = settings.safeParse(given);
  if (result.success && missing.length === 0) return result.data;
  const faults = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    return `${name}: ${given[name] === undefined ? 'is missing' : issue.message}`;
  });
  throw new InvalidSettings([...faults, ...missing].sort());
}
