import { type Browser, chromium, test as base } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { planSession } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';
import { RedisServer, findRedis } from '../support/redis-server.ts';
import { type Account, Stack } from '../support/stack.ts';
import { Wire } from '../support/wire.ts';

/** How much is tried. */
export interface Extent {
  readonly faults: number;
  /** Which ones, in which order; `SEED` in the environment takes its place. */
  readonly seed: number;
}

/** A person whose ways to the API and to the media server's signals lead over wires. */
export interface Wired {
  readonly person: Person;
  readonly toApi: Wire;
  readonly toMedia: Wire;
}

/** A running PeerLearn of which everything can be taken away and given back. */
export interface Scene {
  readonly stack: Stack;
  readonly toDatabase: Wire;
  /** By which the API tells news and counts; `null` where it is not installed. */
  readonly redis: RedisServer | null;
  readonly mentor: Wired;
  readonly learner: Wired;
  readonly sessionId: string;
}

const hourMinutes = 60;

/** Two people with a browser and a network each, and a session of theirs that can be joined now. */
export const test = base.extend<Extent & { readonly scene: Scene }>({
  faults: [1, { option: true }],
  seed: [0, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  scene: async ({}, use, { errors }) => {
    await using disposal = new AsyncDisposableStack();
    let toDatabase: Wire | undefined;
    const redis = await openRedis();
    if (redis) disposal.use(redis);
    const stack = await Stack.start(redis ? { WAKE_UPS: 'redis', REDIS_URL: redis.url } : {}, {
      isDurable: true,
      toDatabase: async (url) => {
        const address = new URL(url);
        toDatabase = disposal.use(await Wire.to(Number(address.port)));
        address.port = String(toDatabase.port);
        return address.href;
      },
    });
    disposal.use(stack);
    if (!toDatabase) throw new Error('the database has no wire');
    const mentor = await wired(stack, stack.mentor, disposal);
    const learner = await wired(stack, stack.learner, disposal);
    const sessionId = await planSession(mentor.person, stack, { minutes: hourMinutes });
    await use({ stack, toDatabase, redis, mentor, learner, sessionId });
    if (errors.length > 0) for (const { person } of [mentor, learner]) await person.reports();
  },
});

async function openRedis(): Promise<RedisServer | null> {
  const program = findRedis();
  if (program !== undefined) return await RedisServer.open(program);
  process.stderr.write('No fault takes Redis: redis-server is not installed here\n');
  return null;
}

async function wired(
  stack: Stack,
  account: Account,
  disposal: AsyncDisposableStack,
): Promise<Wired> {
  const apiPort = Number(new URL(stack.url).port);
  const toApi = disposal.use(await Wire.to(apiPort));
  const toMedia = disposal.use(await Wire.to(stack.media.port));
  const browser = await browserBy([
    [apiPort, toApi],
    [stack.media.port, toMedia],
  ]);
  disposal.defer(() => browser.close());
  const person = await Person.arrive(browser, account, stack.url);
  await person.signIn();
  return { person, toApi, toMedia };
}

/** A browser that comes to each port of loopback by the wire that leads there. */
async function browserBy(ways: readonly (readonly [number, Wire])[]): Promise<Browser> {
  const rules = ways.map(
    ([port, wire]) => `MAP 127.0.0.1:${String(port)} 127.0.0.1:${String(wire.port)}`,
  );
  return await chromium.launch({
    executablePath: await findChromium(),
    args: [...browserArguments, `--host-resolver-rules=${rules.join(',')}`],
  });
}
