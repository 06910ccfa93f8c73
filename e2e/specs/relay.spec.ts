import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../launcher/processes.mjs';
import { countedMs } from '../support/counted.ts';
import { test as base, meet } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
import { SessionRecord } from '../support/session-record.ts';
import { Stack } from '../support/stack.ts';
import { TurnServer, findTurnServer } from '../support/turn-server.ts';
import { type Span, together, watch } from '../support/watch.ts';

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

/** So long a call may stand still whose TURN server has died; half of it until the browser notices. */
const stillMs = 20_000;
/** Only until the server died, and from when both were in the room again, does time count, to this much. */
const errorMs = 1000;

test('FAIL-4 FAIL-9 the TURN server dies in mid-call: the call is found again by the second one, and nobody reloads', async ({
  mentor,
  learner,
  sessionId,
  relays,
  stack,
}) => {
  const both = [mentor, learner];
  await meet(mentor, learner, sessionId);
  for (const person of both) {
    await person.marksPage();
    await watch(person.page);
  }
  await seeEachOther(mentor, learner);

  const killedAt = Date.now();
  await relays.first.kill();
  const words = 'Connection retrying on backup server…';
  await Promise.all(
    both.map(({ page }) => expect(page.getByText(words)).toBeVisible({ timeout: stillMs })),
  );
  await expect.poll(() => spansAfter(killedAt), { timeout: stillMs }).toHaveLength(1);
  const backAt = (await spansAfter(killedAt))[0]?.[0] ?? NaN;
  expect(backAt - killedAt).toBeLessThan(stillMs);
  await Promise.all(both.map((person) => person.expectPhase('IN_PROGRESS')));
  for (const person of both) {
    await person.hears();
    await expect(person.page.getByText(words)).toBeHidden();
    expect(await relays.second.hasServed(person.account.id)).toBe(true);
    expect(await person.isSamePage()).toBe(true);
  }

  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  await expect(learner.heading('Session has ended')).toBeVisible();
  const turns = await new SessionRecord(stack.databaseUrl, sessionId).turns();
  const at = (type: string) => turns.findLast((turn) => turn.type === type)?.at ?? NaN;
  const trueMs = killedAt - at('SESSION_STARTED') + at('SESSION_ENDED') - at('SESSION_RESUMED');
  const off = (await countedMs(mentor, sessionId)) - trueMs;
  process.stdout.write(
    `      in the room again after ${inS(at('SESSION_RESUMED') - killedAt)}, seen after ${inS(backAt - killedAt)}; counted ${inS(off)} too much\n`,
  );
  // It stood still meanwhile, once or for each of them, and went on again.
  const types = turns.map(({ type }) => type);
  expect(types).toContain('SESSION_PAUSED');
  expect(types.slice(-2)).toEqual(['SESSION_RESUMED', 'SESSION_ENDED']);
  expect(Math.abs(off)).toBeLessThan(errorMs);

  /** When both saw each other since then, by the pages themselves. */
  async function spansAfter(instant: number): Promise<readonly Span[]> {
    const spans = await together(mentor.page, learner.page);
    return spans.filter(([from]) => from > instant);
  }
});

function inS(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
