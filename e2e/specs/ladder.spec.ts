import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../launcher/processes.mjs';
import { test as base, meet } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
import { Stack } from '../support/stack.ts';
import { ThinLine } from '../support/thin-line.ts';
import { TurnServer, findTurnServer } from '../support/turn-server.ts';

interface Relay {
  readonly line: ThinLine;
  readonly settings: Readonly<Record<string, string>>;
}

const program = findTurnServer();
const reason = 'coturn’s turnserver is not installed here';
if (program === undefined) process.stderr.write(`ladder.spec.ts is left out: ${reason}\n`);

/** A PeerLearn whose media takes one way only, and that can be made thin for each person. */
const test = base.extend<object, { relay: Relay }>({
  relay: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using disposal = new AsyncDisposableStack();
      const folder = await mkdtemp(join(tmpdir(), 'peerlearn-ladder-'));
      disposal.defer(() => rm(folder, { recursive: true, force: true }));
      const secret = randomBytes(16).toString('hex');
      const [port, turnPort] = [await freePort(), await freePort()];
      const server = disposal.use(
        new TurnServer({ program: program ?? '', port: turnPort, secret, folder }),
      );
      await server.start();
      const line = disposal.use(await ThinLine.start(port, turnPort));
      const settings = {
        TURN_URLS: `turn:127.0.0.1:${String(port)}?transport=udp`,
        TURN_SECRET: secret,
        MEDIA_RELAY_ONLY: 'true',
      };
      await use({ line, settings });
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ relay }, use) => {
      await using stack = await Stack.start(relay.settings);
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test.skip(program === undefined, reason);

const note = 'Low bandwidth mode activated for stability.';
const paused = 'Picture paused to keep the sound clear';
/** Ten good seconds, and some until they are noticed. */
const untilSeenMs = 60_000;
/** Three rungs; and after losses the browser itself is slow to believe that there is room again. */
const untilBackMs = 240_000;

function noteOf({ page }: Person) {
  return page.locator('pl-bandwidth-note').getByText(note);
}

function toldOf({ page }: Person, text: string) {
  return page.locator('pl-toasts').getByText(text).first();
}

test('FAIL-2 a line that carries little upwards: the picture pauses before the sound suffers, and comes back', async ({
  mentor,
  learner,
  sessionId,
  relay,
}) => {
  test.setTimeout(480_000);
  await meet(mentor, learner, sessionId);
  await Promise.all([mentor.sees(learner.account), learner.sees(mentor.account)]);
  await learner.hears();

  relay.line.narrow(mentor.account.id, { upBps: 120_000 });
  await expect(noteOf(mentor)).toBeVisible({ timeout: 60_000 });
  await expect(mentor.page.locator('pl-self-view')).toContainText(
    'Paused to keep the sound clear',
    {
      timeout: 60_000,
    },
  );
  await expect(learner.page.locator('.remote .tag').getByText(paused)).toBeVisible();
  await expect(mentor.control('Turn camera off')).toBeVisible();
  await expect(noteOf(learner)).toBeHidden();
  await learner.hears();
  await mentor.sees(learner.account);

  relay.line.widen(mentor.account.id);
  const picture = learner.page.getByLabel(`Video of ${mentor.account.name}`);
  await expect(picture).toBeVisible({ timeout: untilSeenMs });
  await learner.sees(mentor.account);
  await expect(toldOf(mentor, 'Full picture quality is back')).toBeVisible({
    timeout: untilBackMs,
  });
  await expect(noteOf(mentor)).toBeHidden();
});

test('FAIL-2 a line that carries little downwards: the other’s picture gives way to their voice', async ({
  mentor,
  learner,
  sessionId,
  relay,
}) => {
  test.setTimeout(300_000);
  await meet(mentor, learner, sessionId);
  await learner.sees(mentor.account);

  relay.line.narrow(learner.account.id, { downBps: 120_000 });
  await expect(toldOf(learner, 'Low bandwidth mode')).toBeVisible({ timeout: 60_000 });
  await expect(learner.page.locator('.remote .tag').getByText(paused)).toBeVisible({
    timeout: 60_000,
  });
  await learner.hears();

  relay.line.widen(learner.account.id);
  await expect(noteOf(learner)).toBeHidden({ timeout: untilBackMs });
  await learner.sees(mentor.account);
});
