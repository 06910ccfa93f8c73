import { expect, type Locator, type Page } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { meet, test } from '../support/fixtures.ts';
import { framesOf } from '../support/media-probe.ts';
import { expectGoodPage } from '../support/page-check.ts';

// Of three cameras the second sends what no browser can show another one. The question which screen to share is answered by the browser, with a whole screen of its own making.
test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [
      ...browserArguments,
      '--use-fake-device-for-media-stream=device-count=3',
      '--auto-select-desktop-capture-source=Entire screen',
    ],
  },
});

/** Resolves when new pictures come. */
async function expectMoving(video: Locator): Promise<void> {
  await expect(video).toBeVisible();
  const before = await framesOf(video);
  await expect.poll(() => framesOf(video), { timeout: 30_000 }).toBeGreaterThan(before + 1);
}

async function chooseFromMenu(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true });
  if (!(await control.isVisible())) await page.getByRole('button', { name: /^More/ }).click();
  await page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('menuitem', { name }))
    .click();
}

test('ROOM-2 ROOM-3 a shared screen is seen by the other, is taken over, and ends', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await chooseFromMenu(mentor.page, 'Share screen');
  await expect(mentor.page.getByText('You are sharing your screen')).toBeVisible();
  await expectMoving(learner.page.getByLabel(`Picture: Screen of ${stack.mentor.name}`));
  await learner.sees(stack.mentor);
  await expect(learner.page.getByLabel('Your camera')).toBeVisible();
  await expectGoodPage(learner.page, 'a shared screen');

  await learner.page.setViewportSize({ width: 1280, height: 800 });
  await chooseFromMenu(learner.page, 'Share screen');
  await learner.control('Share mine').click();
  await expectMoving(mentor.page.getByLabel(`Picture: Screen of ${stack.learner.name}`));
  await expect(mentor.page.getByText('You are sharing your screen')).toBeHidden();
  await learner.page.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(mentor.page.getByLabel(`Picture: Screen of ${stack.learner.name}`)).toBeHidden();
  await mentor.sees(stack.learner);
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

test('ROOM-3 ROOM-14 on a phone: devices are switched in the call, the own picture moves, the call floats', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await learner.page.setViewportSize({ width: 390, height: 844 });
  await meet(mentor, learner, sessionId);
  await learner.sees(stack.mentor);
  await learner.page.getByRole('button', { name: /^Your picture, / }).press('ArrowUp');
  await expect(learner.page.locator('pl-self-view')).toHaveAttribute('data-corner', 'top-right');

  await chooseFromMenu(learner.page, 'Settings');
  const settings = learner.page.getByRole('dialog', { name: 'Settings' });
  const cameras = settings.getByRole('combobox', { name: 'Camera' });
  await cameras.selectOption({ index: 2 });
  await expect(settings.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  await settings.getByRole('switch', { name: /^Show my own picture/ }).click();
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(learner.control('Show your own picture')).toBeVisible();
  await mentor.sees(stack.learner);

  await learner.page.setViewportSize({ width: 844, height: 390 });
  await expectMoving(learner.page.getByLabel(`Video of ${stack.mentor.name}`));
  const floated = learner.context.waitForEvent('page');
  await learner.page.keyboard.press('p');
  const window = await floated;
  await expectMoving(window.getByLabel(`Video of ${stack.mentor.name}`));
  await window.getByRole('button', { name: 'Mute' }).click();
  await expect(learner.control('Unmute')).toBeVisible();
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

/** How much neighbouring points of the picture differ, on average of all. */
async function sharpnessOf(video: Locator): Promise<number> {
  return await video.evaluate((element: HTMLVideoElement) => {
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('nothing can be drawn');
    context.drawImage(element, 0, 0, 320, 180);
    const { data } = context.getImageData(0, 0, 320, 180);
    let sum = 0;
    for (let at = 4; at < data.length; at += 4) {
      sum += Math.abs((data[at + 1] ?? 0) - (data[at - 3] ?? 0));
    }
    return sum / (data.length / 4);
  });
}

test('ROOM-3 what stands behind the person is blurred on this machine, and pictures go on flowing', async ({
  mentor,
  sessionId,
}) => {
  await mentor.opens(sessionId);
  await mentor.joins();
  await chooseFromMenu(mentor.page, 'Settings');
  const picture = mentor.page.getByLabel('How you are seen');
  await expectMoving(picture);
  const sharp = await sharpnessOf(picture);
  await mentor.page.getByRole('switch', { name: /^Blur my background/ }).click();
  await expect
    .poll(() => sharpnessOf(picture), { timeout: 60_000, intervals: [100] })
    .toBeLessThan(sharp / 2);
  await expectMoving(picture);
  // What finds the person tells on the channel for errors that it has begun.
  expect(mentor.complaints.filter((text) => !text.startsWith('INFO:'))).toEqual([]);
});
