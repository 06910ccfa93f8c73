import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../launcher/processes.mjs';
import { test as base, meet } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
import { Stack } from '../support/stack.ts';
import { TurnServer, findTurnServer } from '../support/turn-server.ts';

interface Relays {
  readonly first: TurnServer;
  readonly second: TurnServer;
  readonly settings: Readonly<Record<string, string>>;
}

const program = findTurnServer();
const reason = 'coturn’s turnserver is not installed here';
if (program === undefined) process.stderr.write(`relay.spec.ts is left out: ${reason}\n`);

/** A PeerLearn whose browsers may take no way but the one through two TURN servers. */
const test = base.extend<object, { relays: Relays }>({
  relays: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using disposal = new AsyncDisposableStack();
      const folder = await mkdtemp(join(tmpdir(), 'peerlearn-relay-'));
      disposal.defer(() => rm(folder, { recursive: true, force: true }));
      const secret = randomBytes(16).toString('hex');
      const open = async () => {
        const port = await freePort();
        const server = new TurnServer({ program: program ?? '', port, secret, folder });
        await server.start();
        return { server: disposal.use(server), port: String(port) };
      };
      const [first, second] = [await open(), await open()];
      // Two names of this machine are two hosts to the plan.
      const urls = [
        `turn:127.0.0.1:${first.port}?transport=udp`,
        `turn:localhost:${second.port}?transport=udp`,
      ];
      const settings = { TURN_URLS: urls.join(','), TURN_SECRET: secret, MEDIA_RELAY_ONLY: 'true' };
      await use({ first: first.server, second: second.server, settings });
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ relays }, use) => {
      await using stack = await Stack.start(relays.settings);
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test.skip(program === undefined, reason);

async function seeEachOther(mentor: Person, learner: Person): Promise<void> {
  await Promise.all([mentor.sees(learner.account), learner.sees(mentor.account)]);
}

test('FAIL-4 a call by the relay alone goes through a real TURN server, each person with a right of their own', async ({
  mentor,
  learner,
  sessionId,
  relays,
}) => {
  await meet(mentor, learner, sessionId);
  await seeEachOther(mentor, learner);
  await mentor.hears();
  for (const { account } of [mentor, learner]) {
    expect(await relays.first.hasServed(account.id)).toBe(true);
    expect(await relays.second.hasServed(account.id)).toBe(false);
  }
});
