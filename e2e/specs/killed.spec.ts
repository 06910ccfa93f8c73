import { chromium, expect } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { meet, test } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';
import { SessionRecord } from '../support/session-record.ts';

/** A program that is killed says no farewell; the media server waits a while before it believes that. */
const noticedMs = 40_000;

test('FAIL-5 FAIL-6 LIFE-3 the mentor’s browser is killed: the learner is told, the clock stands, and the mentor comes back on another device', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  const program = await chromium.launchServer({
    executablePath: await findChromium(),
    args: [...browserArguments],
  });
  const browser = await chromium.connect(program.wsEndpoint());
  const laptop = await Person.arrive(browser, stack.mentor, stack.url);
  await laptop.signIn();
  await meet(laptop, learner, sessionId);
  await learner.sees(stack.mentor);
  await learner.marksPage();

  const killedAt = Date.now();
  await program.kill();
  await expect(learner.page.getByText('Mentor disconnected, please wait...')).toBeVisible({
    timeout: noticedMs,
  });
  await learner.expectPhase('PAUSED');
  await learner.writes('Are you there?');

  await mentor.page.goto('/');
  const offer = mentor.page.getByRole('region', { name: 'Your session', exact: true });
  await expect(offer).toContainText('You left the session. Want to rejoin?');
  await offer.getByRole('link', { name: 'Rejoin' }).click();
  await expect(learner.page.getByText('Mentor rejoining...')).toBeVisible();
  await mentor.joins();
  await learner.expectPhase('IN_PROGRESS');
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await expect(
    mentor.page.getByRole('region', { name: 'While you were gone' }).getByText('1 message'),
  ).toBeVisible();
  expect(await learner.isSamePage()).toBe(true);

  const turns = await new SessionRecord(stack.databaseUrl, sessionId).turns();
  expect(turns.map(({ type }) => type)).toEqual([
    'SESSION_WAITING',
    'SESSION_STARTED',
    'SESSION_PAUSED',
    'SESSION_RESUMED',
  ]);
  // However late it was noticed.
  expect(Math.abs((turns[2]?.at ?? NaN) - killedAt)).toBeLessThan(3000);
});
