import { expect } from '@playwright/test';
import { meet } from '../support/fixtures.ts';
import { SessionRecord } from '../support/session-record.ts';
import { test } from './scene.ts';

test('FAIL-12 the database is killed in mid-call: the call goes on, what is written waits in order, and nothing is lost', async ({
  scene,
}) => {
  test.setTimeout(240_000);
  const { stack, sessionId } = scene;
  const [mentor, learner] = [scene.mentor.person, scene.learner.person];
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  await meet(mentor, learner, sessionId);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  for (const person of [mentor, learner]) await person.marksPage();
  await mentor.writes('Before');
  await expect(learner.line('Before')).toBeVisible();

  await stack.database.kill();
  await expect.poll(() => readiness(stack.url)).toEqual([503, 'down']);
  for (const text of ['One', 'Two', 'Three']) await learner.writes(text);
  await expect(learner.page.getByText('Waiting for connection').first()).toBeVisible();
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await mentor.expectPhase('IN_PROGRESS');
  await stack.database.start();

  await expect.poll(() => readiness(stack.url), { timeout: 30_000 }).toEqual([200, 'up']);
  for (const text of ['One', 'Two', 'Three']) {
    await expect(mentor.line(text)).toHaveCount(1, { timeout: 30_000 });
    await expect(learner.line(text)).toHaveCount(1);
  }
  expect(await record.lines()).toEqual(['Before', 'One', 'Two', 'Three']);
  await expect(learner.page.getByText('Waiting for connection')).toHaveCount(0);
  for (const person of [mentor, learner]) expect(await person.isSamePage()).toBe(true);
  expect(await record.turnTypes()).toEqual(['SESSION_WAITING', 'SESSION_STARTED']);
});

test('FAIL-8 FAIL-12 nothing answers any more: what is said on screen, that it tries by itself, and that all comes back', async ({
  scene,
}) => {
  test.setTimeout(240_000);
  const { stack, sessionId } = scene;
  const { person, toApi, toMedia } = scene.learner;
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  await meet(scene.mentor.person, person, sessionId);
  await person.sees(stack.mentor);
  await person.marksPage();

  for (const wire of [toApi, toMedia]) wire.state = 'silent';
  await stack.media.kill();
  const alert = person.page.getByRole('alert').filter({ hasText: 'Reconnecting…' });
  await expect(alert).toBeVisible({ timeout: 60_000 });
  await person.writes('Is anybody there?');
  await expect(person.page.getByText('Network issue, please refresh')).toBeVisible({
    timeout: 90_000,
  });
  await expect(person.control('Reconnect')).toBeVisible();
  await stack.media.start();
  for (const wire of [toApi, toMedia]) wire.state = 'open';
  await person.control('Reconnect').click();

  await person.expectPhase('IN_PROGRESS', 60_000);
  await person.sees(stack.mentor);
  await expect(person.page.getByText('Network issue, please refresh')).toBeHidden();
  await expect(scene.mentor.person.line('Is anybody there?')).toHaveCount(1);
  expect(await record.lines()).toEqual(['Is anybody there?']);
  expect(await person.isSamePage()).toBe(true);
});

/** What the API says of itself and of its database. */
async function readiness(url: string): Promise<readonly [number, string]> {
  const answer = await fetch(`${url}/health/ready`);
  return [answer.status, ((await answer.json()) as { database: string }).database];
}
