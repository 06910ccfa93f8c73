import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../src/app.ts';
import type { Overrides } from '../src/base.ts';
import type { Person } from '../src/accounts/person.ts';
import type { Role } from '../src/accounts/viewer.ts';
import type { Clock } from '../src/platform/clock.ts';
import { type Config, configFrom } from '../src/platform/config/config.ts';
import { readEnv } from '../src/platform/config/env.ts';
import { newId } from '../src/platform/ids.ts';
import { createLogger } from '../src/platform/logger.ts';
import { freshDatabase } from './test-database.ts';
import { TestStream } from './test-stream.ts';

export interface TestApiOptions {
  readonly clock?: Clock;
  readonly overrides?: Overrides;
  /** Settings by their names, in place of those of the tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** An address of a database to go on with, as after a restart. */
  readonly databaseUrl?: string;
  readonly port?: number;
}

/** What came back over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

type Variables = Readonly<Record<string, unknown>>;

/** The whole api in this process, on a PostgreSQL and a port of its own. */
export class TestApi implements AsyncDisposable {
  private constructor(
    readonly app: App,
    readonly config: Config,
    /** What was logged, one JSON object a line. */
    readonly log: readonly string[],
  ) {}

  static async start(options: TestApiOptions = {}): Promise<TestApi> {
    const databaseUrl = options.databaseUrl ?? (await freshDatabase());
    const port = options.port ?? (await freePort());
    const config = configFrom(
      readEnv({ ...usualSettings(databaseUrl, port), ...options.settings }),
    );
    const log: string[] = [];
    const logger = createLogger(config.logLevel, { write: (line) => log.push(line) });
    const { clock, overrides } = options;
    const app = await createApp(config, { logger, ...(clock ? { clock } : {}), ...overrides });
    try {
      await app.start();
    } catch (error) {
      await app[Symbol.asyncDispose]();
      throw error;
    }
    return new TestApi(app, config, log);
  }

  get url(): string {
    return this.app.url;
  }

  /** Asks over HTTP, as a browser of ours does. */
  async http<Data = Record<string, unknown>>(
    query: string,
    variables: Variables = {},
    cookie?: string,
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.url,
        ...(cookie === undefined ? {} : { cookie }),
      },
      body: JSON.stringify({ query, variables }),
    });
    // The shape is that of GraphQL over HTTP; the data are what the test asked for.
    const body = (await response.json()) as { data?: Data | null; errors?: AnswerError[] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** As `http`, for what must work: gives the data and throws what went wrong. */
  async ask<Data = Record<string, unknown>>(
    query: string,
    variables: Variables = {},
    cookie?: string,
  ): Promise<Data> {
    const { data, errors } = await this.http<Data>(query, variables, cookie);
    if (errors.length > 0 || !data)
      throw new Error(errors.map((error) => this.explain(error)).join('; '));
    return data;
  }

  /** Listens over a socket of its own. */
  subscribe<Data = Record<string, unknown>>(
    query: string,
    variables: Variables = {},
    cookie?: string,
  ): TestStream<Data> {
    return new TestStream<Data>(this.url, { query, variables }, cookie);
  }

  /** Adds somebody with any name and address. */
  addPerson(roles: readonly Role[], displayName = 'Ana Lima'): Promise<Person> {
    const email = `${newId()}@example.com`;
    return this.app.accounts.addPerson({ email, displayName, roles });
  }

  /** Opens a sign-in link as that person would, and gives the cookie of the browser. */
  async signInAs(personId: string): Promise<string> {
    const link = await this.app.accounts.signInLink(personId, '/');
    return cookieOf(await fetch(link, { redirect: 'manual' }));
  }

  /** What an error says, and for a masked one what the log says of it. */
  private explain({ message, extensions }: AnswerError): string {
    const id = extensions['id'];
    return this.log.find((line) => typeof id === 'string' && line.includes(id)) ?? message;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app[Symbol.asyncDispose]();
    const { storage } = this.config;
    if (storage.kind === 'disk') await rm(storage.folder, { recursive: true, force: true });
  }

  /** Where its files are. */
  get folder(): string {
    const { storage } = this.config;
    if (storage.kind !== 'disk') throw new Error('its files are not on this disk');
    return storage.folder;
  }
}

/** The cookies that an answer sets, as the browser sends them back. */
export function cookieOf(response: Response): string {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length === 0) throw new Error(`no cookie with status ${String(response.status)}`);
  return cookies.join('; ');
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  probe.listen(0, '127.0.0.1', resolve);
  await promise;
  // A TCP server that listens has an address and port.
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** Settings with which the api starts in a test, by their names. */
export function usualSettings(databaseUrl: string, port: number): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '10',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    LIVEKIT_URL: 'ws://127.0.0.1:1',
    LIVEKIT_API_KEY: 'test-key',
    LIVEKIT_API_SECRET: 'not-a-secret-but-long-enough-for-tests',
    AUTH_SECRET: 'not-a-secret-but-long-enough-for-tests',
    AUTH_RATE_LIMIT: 'false',
    MUTATIONS_PER_MINUTE: '100000',
    // Somebody who has no sessions: a transcript is offered, and nobody seems to speak.
    SCRIPTED_TRANSCRIPT_FOR: 'nobody@peerlearn.example',
    FILES_FOLDER: join(tmpdir(), `peerlearn-files-${String(port)}`),
    LOG_LEVEL: 'debug',
  };
}
