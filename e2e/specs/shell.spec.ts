import { expect, type Locator } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';

async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; right: number; bottom: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x, y: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

test('ROOM-3 ROOM-9 LIFE-6 keys, push-to-talk and hand reach the other; both finish early', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  const [here, there] = [learner.page, mentor.page];
  const leo = there.getByRole('listitem').filter({ hasText: stack.learner.name });
  await expect(leo).toContainText('Active');
  await here.locator('pl-stage').click({ position: { x: 20, y: 20 } });

  await here.keyboard.press('m');
  await expect(leo).toContainText('Muted');
  await here.keyboard.down(' ');
  await expect(leo).not.toContainText('Muted');
  await here.keyboard.up(' ');
  await expect(leo).toContainText('Muted');

  await here.keyboard.press('h');
  await expect(there.locator('pl-raised-hand')).toContainText(
    `${stack.learner.name} raised their hand`,
  );
  await mentor.control('Lower').click();
  await expect(learner.control('Raise hand')).toBeVisible();

  await here.keyboard.press('?');
  await expect(here.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Hold to talk',
  );
  await here.keyboard.press('Escape');

  await mentor.control('More').click();
  await there.getByRole('menuitem', { name: 'Finish early' }).click();
  await mentor.control(`Ask ${stack.learner.name}`).click();
  await learner.control('Finish now').click();
  for (const person of [mentor, learner]) {
    await expect(person.heading('Session has ended')).toBeVisible();
  }
  const { session } = await learner.ask<{ session: object }>(
    `query ($id: ID!) { session(id: $id) { endReason outcome } }`,
    { id: sessionId },
  );
  expect(session).toEqual({ endReason: 'AGREED', outcome: 'COMPLETED' });
});

test('ROOM-14 on a phone the controls go and come back, and the drawer leaves the other in sight', async ({
  browser,
  stack,
  mentor,
  sessionId,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const learner = await Person.arrive(browser, stack.learner, stack.url, phone);
  await learner.signIn();
  await meet(mentor, learner, sessionId);
  const { page } = learner;
  const controls = page.getByRole('toolbar', { name: 'Session controls' });
  const panel = page.getByRole('complementary', { name: 'Side panel' });
  const video = page.getByRole('region', { name: 'Video' });

  await expect(controls).toHaveCSS('opacity', '0');
  await video.tap({ position: { x: 40, y: 200 } });
  await expect(controls).toHaveCSS('opacity', '1');
  await learner.control('Chat').tap();
  await expect(panel).toBeVisible();
  await expect
    .poll(async () => (await boxOf(video)).bottom <= (await boxOf(panel)).y + 1)
    .toBe(true);
  expect((await boxOf(video)).bottom).toBeGreaterThan(844 * 0.35);
  await learner.sees(stack.mentor);

  await page.setViewportSize({ width: 844, height: 390 });
  await expect
    .poll(async () => (await boxOf(video)).right <= (await boxOf(panel)).x + 1)
    .toBe(true);
  expect((await boxOf(video)).right).toBeGreaterThan(844 * 0.5);
  const sideways = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await sideways()).toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(sideways).toBe(0);
  await learner.goes();
});
