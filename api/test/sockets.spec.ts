import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { createApp } from '../src/app.ts';
import { configFrom } from '../src/platform/config/config.ts';
import { readEnv } from '../src/platform/config/env.ts';
import { newId } from '../src/platform/ids.ts';
import { createLogger } from '../src/platform/logger.ts';
import { type Vanishing, floods } from './flood.ts';
import { type Held, MeasuredProgram } from './measured-program.ts';
import { freshDatabase } from './test-database.ts';
import { TestApi, cookieOf, freePort, usualSettings } from './test-api.ts';
import { TestStream } from './test-stream.ts';

const socketsOfPerson = 20;
const protocol = 'graphql-transport-ws';
const askedViewer = '{ viewer { email } }';

/** So much more may be held afterwards: what the program has learnt, and nothing for each socket. */
const slack: Held = { heap: 6 * 1024 * 1024, handles: 10 };

type Settings = Readonly<Record<string, string>>;

/** Cookies of people of whom the program at this address knows; this process itself serves nobody. */
async function peopleOf(settings: Settings, count: number): Promise<readonly string[]> {
  const config = configFrom(readEnv(settings));
  await using app = await createApp(config, { logger: createLogger('silent') });
  const cookies: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await app.accounts.addPerson({
      ...{ email: `${newId()}@example.com`, displayName: 'Ana Lima', roles: ['LEARNER'] },
    });
    const link = await app.accounts.signInLink(id, '/');
    cookies.push(cookieOf(await fetch(link, { redirect: 'manual' })));
  }
  return cookies;
}

async function ask(url: string, cookie: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: url },
    body: JSON.stringify({ query: askedViewer }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  return errors;
}

async function openSockets(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  return Number(/^peerlearn_sockets_open (\d+)/m.exec(page)?.[1]);
}

/** Floods in turn by each kind, so many at a time, and gives what each came to. */
async function flood(url: string, cookies: readonly string[], count: number) {
  const kinds = Object.entries(floods);
  const outcomes = new Map<string, Set<number | null>>();
  const all: Vanishing[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      const [name, flooder] = kinds[index % kinds.length] ?? kinds[0] ?? [];
      const cookie = cookies[index % cookies.length];
      if (name === undefined || flooder === undefined || cookie === undefined) return;
      const vanishing = await flooder(url, cookie);
      outcomes.set(name, (outcomes.get(name) ?? new Set()).add(vanishing.closed));
      all.push(vanishing);
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  for (const one of all) one.vanish();
  return outcomes;
}

/** Resolves when only so many sockets are open. */
async function left(url: string, count: number): Promise<void> {
  while ((await openSockets(url)) > count) await new Promise((resolve) => setImmediate(resolve));
}

/** Asks again and again until the signal comes, and gives every answer. */
async function serveWhile(signal: AbortSignal, act: () => Promise<unknown>) {
  const answers: unknown[] = [];
  while (!signal.aborted) answers.push(await act());
  return answers;
}

describe('a flood of sockets', () => {
  it('API-5 of 1,000 that vanish leaves memory and handles as they were, and others are served', async () => {
    const port = await freePort();
    const settings = usualSettings(await freshDatabase(), port);
    await using program = await MeasuredProgram.start(settings);
    const url = `http://127.0.0.1:${String(port)}`;
    const count = 1000;
    const [guest = '', ...flooders] = await peopleOf(settings, 1 + count / socketsOfPerson);
    await using stream = new TestStream<{ preferencesChanged: { volume: number } }>(
      url,
      { query: 'subscription { preferencesChanged { volume } }', variables: {} },
      guest,
    );
    await stream.nextData();
    // What is opened once and kept, as connections to the database, is open after this.
    await flood(url, flooders, 200);
    await left(url, 1);
    const before = await program.held();

    const flooding = new AbortController();
    const serving = serveWhile(flooding.signal, () => ask(url, guest));
    const outcomes = await flood(url, flooders, count);
    flooding.abort();
    const served = await serving;
    await left(url, 1);
    const after = await program.held();

    expect(outcomes.get('talks too much')).toEqual(new Set([4429]));
    expect(outcomes.get('sends a huge frame')).toEqual(new Set([1009]));
    expect(served.length).toBeGreaterThan(10);
    expect(served.filter((errors) => errors !== undefined)).toEqual([]);
    expect(stream.isClosed).toBeFalse();
    expect(program.isAlive).toBeTrue();
    expect(after.handles).toBeLessThanOrEqual(before.handles + slack.handles);
    expect(after.heap).toBeLessThan(before.heap + slack.heap);
  }, 240_000);
});

describe('sockets that do not say who they are', () => {
  async function statusOf(api: TestApi): Promise<{ status: number; retryAfter: string | null }> {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, protocol);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    response.resume();
    return {
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'] ?? null,
    };
  }

  it('API-5 are so many of one address, and one more is told when to come back', async () => {
    await using api = await TestApi.start({ settings: { UNKNOWN_SOCKETS_PER_ADDRESS: '2' } });
    const cookie = await api.signInAs((await api.addPerson(['LEARNER'])).id);
    const open = async () => {
      const address = `${api.url.replace('http', 'ws')}/graphql`;
      const socket = new WebSocket(address, protocol, { headers: { cookie } });
      await once(socket, 'open');
      return socket;
    };
    const [first, second] = [await open(), await open()];
    expect(await statusOf(api)).toEqual({ status: 429, retryAfter: '5' });
    // Whoever is known stands there no longer.
    first.send('{"type":"connection_init"}');
    await once(first, 'message');
    const third = await open();
    expect(await statusOf(api)).toEqual({ status: 429, retryAfter: '5' });
    for (const socket of [first, second, third]) socket.terminate();
  });
});
