import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const secrets = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'jwt',
  'apiSecret',
  'turnSecret',
  'credential',
  'privateKey',
  'endpoint',
  'url',
];

/** The program's logger; each context takes a child with its name. Secrets never reach it. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
