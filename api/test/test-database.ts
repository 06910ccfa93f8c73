import { Client } from 'pg';
import 'reflect-metadata';
import { accountEntities } from '../src/accounts/accounts.ts';
import { migrations } from '../src/migrations/migrations.ts';
import { Database } from '../src/platform/database/database.ts';
import { createLogger } from '../src/platform/logger.ts';

type Launcher = typeof import('../../launcher/postgres.mjs');

interface Server {
  readonly url: string;
  stop(): Promise<unknown>;
}

/** A busy machine takes its time for a whole program; what never comes fails all the same. */
jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;

const template = 'template_of_tests';
let server: Promise<Server> | null = null;
let made = 0;

/** One PostgreSQL for the whole run, with a migrated database from which each test file's is copied. */
export function freshDatabase(): Promise<string> {
  return create(`template ${template}`);
}

/** A database without any table, as a first start finds it. */
export function emptyDatabase(): Promise<string> {
  return create('');
}

async function create(how: string): Promise<string> {
  server ??= startServer();
  const { url } = await server;
  made += 1;
  const name = `test_${String(made)}`;
  await execute(url, `create database ${name} ${how}`);
  return withName(url, name);
}

afterAll(async () => {
  const running = await server;
  server = null;
  await running?.stop();
});

async function startServer(): Promise<Server> {
  // Compiled tests lie one folder deeper than their sources, so the path is made when they run.
  const path = new URL('../../../launcher/postgres.mjs', import.meta.url).href;
  const { startPostgres } = (await import(path)) as Launcher;
  const running = await startPostgres();
  await execute(running.url, `create database ${template}`);
  await using database = Database.open({
    url: withName(running.url, template),
    poolSize: 4,
    silenceMs: 60_000,
    entities: accountEntities,
    migrations,
    logger: createLogger('silent'),
  });
  await database.migrate();
  return running;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
