import { type Browser, expect, type Page } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { planSession, endSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import { holdPlugs } from '../support/plugs.ts';

test.describe.configure({ timeout: 240_000 });

// The media server of the tests is on this machine's loopback alone, which a browser does not go to by
// TCP of its own.
test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [...browserArguments, '--allow-loopback-in-peer-connection'],
  },
});

/** The usual arguments but for those that begin so. */
function argumentsWithout(...names: readonly string[]): string[] {
  return browserArguments.filter((argument) => !names.some((name) => argument.startsWith(name)));
}

/** Presses Tab until the control with this name has the focus, then Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true });
  await expect(control).toBeEnabled({ timeout: 60_000 });
  for (let count = 0; count < 60; count += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" is not reached by Tab`);
}

/** The person says no to camera and microphone, for as long as the browser runs. */
async function refuse(browser: Browser, person: Person): Promise<void> {
  const page = await person.context.newCDPSession(person.page);
  const { targetInfo } = await page.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  // What a session sets goes when it is detached, so this one stays.
  const session = await browser.newBrowserCDPSession();
  for (const name of ['camera', 'microphone']) {
    await session.send('Browser.setPermission', {
      permission: { name },
      setting: 'denied',
      origin: new URL(person.page.url()).origin,
      ...(browserContextId ? { browserContextId } : {}),
    });
  }
}

test('PRE-8 the ready-check is done by keyboard alone, through the real media server, and the other sees it', async ({
  mentor,
  learner,
  stack,
}) => {
  const sessionId = await planSession(mentor, stack, { inMinutes: 12 });
  const dashboard = await learner.newTab();
  await dashboard.goto('/');
  const prejoin = await learner.newTab();
  await learner.opens(sessionId);
  await mentor.page.goto(`/session/${sessionId}?check`);
  await expect(mentor.page.getByText('Do you see yourself in the picture?')).toBeVisible();
  await pressByKeyboard(mentor.page, 'Yes');
  await expect(mentor.page.getByText(/Do the bars of the microphone move/)).toBeVisible();
  await pressByKeyboard(mentor.page, 'Yes');
  await pressByKeyboard(mentor.page, 'Play test sound');
  await expect(mentor.page.getByText('Did you hear it?')).toBeVisible();
  await pressByKeyboard(mentor.page, 'Yes');
  const part = (name: string) =>
    mentor.page.getByRole('term').filter({ hasText: name }).locator('xpath=..');
  await expect(part('Signal (WebSocket)')).toContainText(/Working\s*connected in \d+ ms/, {
    timeout: 30_000,
  });
  await expect(part('Media over UDP')).toContainText('Working', { timeout: 30_000 });
  await expect(part('Media over TCP')).toContainText('Working', { timeout: 30_000 });
  await expect(part('Media through the relay (TURN)')).toContainText('Not configured', {
    timeout: 30_000,
  });
  await expect(part('Upload speed')).toContainText(/\d\.\d Mbit\/s/, { timeout: 30_000 });
  await pressByKeyboard(mentor.page, 'Finish');
  await expect(mentor.page.getByText('You are ready')).toBeVisible();
  await expect(mentor.page.getByText('Leo Okafor can see that.')).toBeVisible();
  await expect(prejoin.getByText('Maya is ready')).toBeVisible();
  await expect(dashboard.getByText('Maya is ready')).toBeVisible();
  await expectGoodPage(mentor.page, 'pre-join, checked');
  expect(mentor.complaints).toEqual([]);
  await endSession(mentor, sessionId);
});

test('PRE-8 the page to test audio and video is good in every size and theme', async ({
  mentor,
}) => {
  await mentor.page.goto('/test');
  await expect(mentor.heading('Test Audio/Video')).toBeVisible();
  await expect(mentor.page.getByLabel('Your camera')).toBeVisible();
  await expect
    .poll(() => mentor.page.getByRole('meter').getAttribute('aria-valuenow').then(Number))
    .toBeGreaterThan(0);
  await expectGoodPage(mentor.page, 'test page');
  await mentor.control(/Network/).click();
  await expect(mentor.control('Finish')).toBeEnabled({ timeout: 60_000 });
  await expectGoodPage(mentor.page, 'test page, network');
  expect(mentor.complaints).toEqual([]);
});

test('FAIL-3 who said no is told the way out, and is let in without a reload once they allow it', async ({
  playwright,
  stack,
}) => {
  const browser = await playwright.chromium.launch({
    executablePath: await findChromium(),
    args: argumentsWithout('--use-fake-ui-for-media-stream'),
  });
  const person = await Person.arrive(browser, stack.learner, stack.url);
  await person.signIn();
  await refuse(browser, person);
  await person.page.goto('/test');
  await person.marksPage();
  const alert = person.page.getByRole('alert');
  await expect(alert).toContainText('Your camera and microphone are blocked for this page.');
  await expect(alert).toContainText('Select the icon to the left of the address.');
  await expectGoodPage(person.page, 'test page, blocked');
  await person.context.grantPermissions(['camera', 'microphone'], { origin: stack.url });
  await expect(person.page.getByLabel('Your camera')).toBeVisible();
  await expect(alert).toHaveCount(0);
  expect(await person.isSamePage()).toBe(true);
  await browser.close();
});

test('FAIL-3 without any device one is told so, goes on without, and may still join', async ({
  playwright,
  stack,
  mentor,
}) => {
  const sessionId = await planSession(mentor, stack, { inMinutes: 5 });
  const browser = await playwright.chromium.launch({
    executablePath: await findChromium(),
    args: argumentsWithout('--use-fake-device-for-media-stream'),
  });
  const person = await Person.arrive(browser, stack.learner, stack.url);
  await person.signIn();
  await person.opens(sessionId);
  const alert = person.page.getByRole('alert');
  await expect(alert).toContainText('Your camera and microphone were not found.');
  await expectGoodPage(person.page, 'pre-join, no device');
  await person.control('Go on without camera and microphone').click();
  await expect(alert).toHaveCount(0);
  await person.joins();
  await person.goes();
  await browser.close();
  await endSession(mentor, sessionId);
});

test('PRE-8 FAIL-3 a camera that the page is told was plugged in or pulled out is noticed during the check', async ({
  playwright,
  stack,
}) => {
  const fake = '--use-fake-device-for-media-stream';
  const browser = await playwright.chromium.launch({
    executablePath: await findChromium(),
    args: [...argumentsWithout(fake), `${fake}=device-count=2`],
  });
  const person = await Person.arrive(browser, stack.learner, stack.url);
  await person.signIn();
  const { page } = person;
  const [built, other] = ['fake_device_0', 'fake_device_1'];
  const plugs = await holdPlugs(page, [other]);
  await page.goto('/test');
  await person.marksPage();
  const options = page.getByRole('combobox', { name: 'Camera' }).getByRole('option');
  const picture = page.getByLabel('Your camera');
  const shown = () =>
    picture.evaluate((video: HTMLVideoElement) => {
      const stream = video.srcObject instanceof MediaStream ? video.srcObject : null;
      return stream?.getVideoTracks()[0]?.label;
    });
  await expect.poll(shown).toBe(built);
  await expect(options).toHaveText([built]);

  await plugs.plug(other);
  await expect(options).toHaveText([built, other]);
  await page.getByRole('combobox', { name: 'Camera' }).selectOption(other);
  await expect.poll(shown).toBe(other);
  await plugs.pull(other);
  const standIn = page.getByText(`${other} is not connected. ${built} is used until it is back.`);
  await expect(standIn).toBeVisible();
  await expect.poll(shown).toBe(built);
  await expect(options).toHaveText([built]);

  await plugs.pull(built);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Your camera was unplugged.');
  await expectGoodPage(page, 'test page, camera unplugged');
  await plugs.plug(other);
  await expect(alert).toHaveCount(0);
  await expect.poll(shown).toBe(other);
  await expect(standIn).toHaveCount(0);
  expect(await person.isSamePage()).toBe(true);
  await browser.close();
});
