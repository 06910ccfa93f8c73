import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';

function sheetOf(page: Page): Locator {
  return page.getByRole('application', { name: 'Whiteboard' });
}

function shapesOn(page: Page): Locator {
  return page.locator('pl-whiteboard g[role=img]');
}

/** What is drawn, the same for both: everything but who drew it, which is "you" for one of them. */
async function drawnOn(page: Page): Promise<readonly string[]> {
  return await shapesOn(page).evaluateAll((shapes) => shapes.map(({ innerHTML }) => innerHTML));
}

async function drag(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await sheetOf(page).boundingBox();
  const [first, ...rest] = points.map(([x, y]) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const);
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 5 });
  await page.mouse.up();
}

test('ROOM-17 both draw at once, see the same, through a cut network too; it is saved as a file', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await mentor.page.keyboard.press('w');
  await expect(sheetOf(mentor.page)).toBeFocused();
  await expect(learner.page.getByText('Maya Lindqvist opened the whiteboard')).toBeVisible();
  await learner.control('Open').click();
  await expect(sheetOf(learner.page)).toBeVisible();

  await Promise.all([
    drag(mentor.page, [
      [60, 80],
      [160, 140],
      [240, 70],
    ]),
    drag(learner.page, [
      [80, 220],
      [180, 260],
      [260, 200],
    ]),
  ]);
  for (const { page } of [mentor, learner]) await expect(shapesOn(page)).toHaveCount(2);

  await learner.context.setOffline(true);
  await learner.page.keyboard.press('r');
  await drag(learner.page, [
    [300, 200],
    [420, 280],
  ]);
  await mentor.page.keyboard.press('t');
  await sheetOf(mentor.page).click({ position: { x: 320, y: 100 } });
  await expect(mentor.page.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await mentor.page.keyboard.type('x = 3');
  await mentor.page.keyboard.press('Escape');
  await expect(shapesOn(learner.page)).toHaveCount(3);
  await learner.context.setOffline(false);
  for (const { page } of [mentor, learner]) {
    await expect(shapesOn(page)).toHaveCount(4, { timeout: 30_000 });
  }
  // Neither is the measure of the other while what was drawn is still on its way.
  await expect(async () => {
    expect(await drawnOn(learner.page)).toEqual(await drawnOn(mentor.page));
  }).toPass({ timeout: 15_000 });

  await mentor.control('Undo').click();
  await expect(shapesOn(learner.page)).toHaveCount(3);
  await mentor.control('Redo').click();
  await expect(
    learner.page.getByRole('img', { name: 'Text “x = 3”, by Maya Lindqvist' }),
  ).toBeVisible();

  await mentor.control('Download').click();
  const [file] = await Promise.all([
    mentor.page.waitForEvent('download'),
    mentor.page.getByRole('menuitem', { name: /SVG/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Systems of equations - Whiteboard.svg');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('x = 3');
  expect(text).toContain('font/woff2');
  expect(mentor.complaints).toEqual([]);
});

test('ROOM-17 ROOM-14 on a phone one finger draws, and the page stays where it is', async ({
  browser,
  mentor,
  sessionId,
  stack,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const learner = await Person.arrive(browser, stack.learner, stack.url, phone);
  await learner.signIn();
  await meet(mentor, learner, sessionId);
  await mentor.page.keyboard.press('w');
  await learner.control('Open').click();
  const box = await sheetOf(learner.page).boundingBox();
  const cdp = await learner.context.newCDPSession(learner.page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x: 120, y: (box?.y ?? 0) + y }];
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', 60);
  for (const y of [90, 130, 180]) await touch('touchMove', y);
  await touch('touchEnd', 180);
  await expect(shapesOn(mentor.page)).toHaveCount(1);
  expect(await learner.page.evaluate(() => window.scrollY)).toBe(0);
  await learner.goes();
});
