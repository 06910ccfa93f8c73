import { randomBytes, randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
// eslint-disable-next-line no-restricted-syntax -- the moment of the kill is to follow from nothing
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ApiProcess } from '../e2e/support/api-process.ts';
import { findMongo, startMongo } from '../launcher/mongo.mjs';
import { startPostgres } from '../launcher/postgres.mjs';
import { freePort } from '../launcher/processes.mjs';
import { type Figure, percentile } from './figures.ts';
import { MailSink } from './mail-sink.ts';

const sessions = 5000;
const mails = 2 * sessions;
/** From the end of the seeding to the first reminder that is due; then they are due for a minute. */
const leadMs = 15_000;
const minuteMs = 60_000;
/** What has not come by then counts as lost. */
const patienceMs = 10 * minuteMs;

interface Run {
  readonly backend: 'postgres' | 'mongo';
  readonly isKilled: boolean;
}

/** Ten thousand reminders that are due within one minute, by real SMTP, also across a crash. */
export async function reminders(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const backend of ['postgres', 'mongo'] as const) {
    for (const isKilled of [false, true]) {
      const figure = await measure({ backend, isKilled });
      process.stderr.write(`${figure.what}: ${figure.measured}\n`);
      figures.push(figure);
    }
  }
  return figures;
}

async function measure({ backend, isKilled }: Run): Promise<Figure> {
  await using stack = new AsyncDisposableStack();
  const postgres = await startPostgres();
  stack.defer(async () => {
    await postgres.stop();
  });
  const sink = stack.use(await MailSink.open());
  const mongoUrl = backend === 'mongo' ? await mongoOf(stack) : null;
  const api = await apiOf({ databaseUrl: postgres.url, smtpUrl: sink.url, mongoUrl });
  stack.defer(() => api.stop());
  // It makes the tables; the sessions are there when it starts anew, as after any restart.
  await api.start();
  await api.stop();
  await seed(postgres.url);
  await api.start();
  if (isKilled) {
    await sink.until(mails / 2, patienceMs);
    // Some moment: at the arrival of a mail nobody could know yet that it was taken.
    await pause(randomInt(50, 500));
    await api.kill();
    await api.start();
  }
  const came = await sink.until(mails, patienceMs);
  // What comes twice comes late: a claim of a process that is gone is free after half a minute.
  if (isKilled && came) await sink.until(2 * mails, 45_000);
  return await figureOf({ backend, isKilled }, sink, postgres.url);
}

async function figureOf(run: Run, sink: MailSink, databaseUrl: string): Promise<Figure> {
  const lateness = await latenessOf(sink, databaseUrl);
  const { distinct, total } = sink;
  const p99 = percentile(lateness, 0.99) / 1000;
  const most = Math.max(...lateness) / 1000;
  const measured = [
    `p99 ${p99.toFixed(1)} s, at most ${most.toFixed(1)} s late`,
    `lost ${String(mails - distinct)}`,
    `twice ${String(total - distinct)}`,
  ].join('; ');
  const store = run.backend === 'mongo' ? 'MongoDB protocol' : 'PostgreSQL';
  const killed = run.isKilled ? ', API killed half-way and started again' : '';
  return {
    what: `10,000 reminders due in a minute, alarms on ${store}${killed}`,
    measured,
    bare: '',
    ratio: '',
    reach: 'each once, within the minute',
  };
}

async function mongoOf(stack: AsyncDisposableStack): Promise<string> {
  const program = await findMongo();
  if ('missing' in program) throw new Error(`no MongoDB: ${program.missing}`);
  const mongo = await startMongo(program);
  stack.defer(async () => {
    await mongo.stop();
  });
  return mongo.url;
}

async function apiOf(places: {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly mongoUrl: string | null;
}): Promise<ApiProcess> {
  const root = join(import.meta.dirname, '..');
  const logs = join(root, 'test-results/logs');
  await mkdir(logs, { recursive: true });
  const port = await freePort();
  return new ApiProcess(
    {
      DATABASE_URL: places.databaseUrl,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
      LIVEKIT_URL: 'ws://127.0.0.1:1',
      LIVEKIT_API_KEY: 'none',
      LIVEKIT_API_SECRET: randomBytes(32).toString('hex'),
      AUTH_SECRET: randomBytes(32).toString('hex'),
      MAIL: 'smtp',
      SMTP_URL: places.smtpUrl,
      LOG_LEVEL: 'warn',
      ...(places.mongoUrl === null ? {} : { JOBS_BACKEND: 'mongo', MONGO_URL: places.mongoUrl }),
    },
    join(logs, 'reminders-api.log'),
  );
}

/** Sessions of people of their own, whose reminders of 15 minutes are due at sixty instants of one minute. */
async function seed(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const first = new Date(Date.now() + leadMs + 15 * minuteMs).toISOString();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = 'replica'`);
    await client.query(
      `insert into person (id, display_name, email, roles, created_at)
         select gen_random_uuid(), 'Person ' || n, 'p' || n || '@example.net',
           array[case when n % 2 = 0 then 'MENTOR' else 'LEARNER' end], now()
         from generate_series(1, ${String(mails)}) n`,
    );
    await client.query(
      `insert into course (id, title, created_at) values (gen_random_uuid(), 'Algebra', now())`,
    );
    await client.query(
      `insert into session (id, course_id, title, mentor_id, learner_id, starts_at, ends_at, status,
           last_seq, created_at, changed_at)
         select gen_random_uuid(), c.id, 'Fractions ' || n, m.id, l.id, at, at + interval '40 minutes',
           'SCHEDULED', 1, date_trunc('milliseconds', now()), date_trunc('milliseconds', now())
         from course c, (select row_number() over () as n, id from person
             where roles @> array['MENTOR']) m
         join (select row_number() over () as k, id from person
             where roles @> array['LEARNER']) l on l.k = m.n,
         lateral (select $1::timestamptz + m.n * 60 / $2::integer * interval '1 second' as at) t`,
      [first, sessions],
    );
    await client.query(
      `insert into session_event (session_id, seq, type, person_id, at, recorded_at, payload)
         select id, 1, 'SESSION_SCHEDULED', null, now(), now(), jsonb_build_object(
           'mentorId', mentor_id, 'learnerId', learner_id,
           'startsAt', (extract(epoch from starts_at) * 1000)::bigint,
           'endsAt', (extract(epoch from ends_at) * 1000)::bigint)
         from session`,
    );
    // Only the reminders are to go out, not the news of what was planned.
    await client.query(
      `update notice_progress set told_from = date_trunc('milliseconds', now()) + interval '1 second'`,
    );
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** How long after its time each mail was received first. */
async function latenessOf(sink: MailSink, databaseUrl: string): Promise<readonly number[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; due: number }>(
      `select id, extract(epoch from due_at)::float8 * 1000 as due from notice`,
    );
    const dueAt = new Map(rows.map(({ id, due }) => [id, due]));
    return sink.firsts().flatMap(({ messageId, at }) => {
      const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(messageId)?.[0] ?? '';
      const due = dueAt.get(id);
      return due === undefined ? [] : [at - due];
    });
  } finally {
    await client.end();
  }
}
