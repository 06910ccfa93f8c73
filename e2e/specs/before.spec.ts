import { type Browser, expect, type Page } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { endSession, planSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import { chimesOf, listenToTones } from '../support/sound-probe.ts';
import { listenToVoice, saidOn } from '../support/voice-probe.ts';

const hourMs = 3_600_000;

test('PRE-1 PRE-2 PRE-4 PRE-5 PRE-7 LIFE-1 a session in 70 seconds: chimes, "Join Now!", and both are taken in', async ({
  browser,
  stack,
}) => {
  const mentor = await Person.arrive(browser, stack.mentor, stack.url);
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  const both = [mentor, learner];
  for (const { context } of both) {
    await listenToTones(context);
    await listenToVoice(context);
  }
  await Promise.all(both.map((person) => person.signIn()));
  await learner.ask(
    `mutation { updatePreferences(input: { voice: true, volume: 40 }) { __typename } }`,
  );
  const sessionId = await planSession(mentor, stack, { inMinutes: 70 / 60 });
  await expect(learner.page.getByRole('timer')).toContainText(/starts in ?1:0\d/);
  await expect(learner.page).toHaveTitle(/^1:0\d · Systems of equations · PeerLearn$/);
  // The mentor stays on the dashboard; the learner waits at the door.
  await learner.opens(sessionId);
  for (const { page } of both) {
    await page.getByRole('switch', { name: /Auto-join/ }).check();
  }

  for (const { page } of both) {
    await expect(page.getByText('Get ready to join!', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.locator('pl-join-call')).toBeInViewport();
    await expect(page.locator('pl-join-call')).toHaveText('Join Now!');
    await expect(page).toHaveTitle('Join Now! · Systems of equations · PeerLearn');
    await expect.poll(() => chimesOf(page)).toEqual(['one-minute']);
  }

  const aboutToStart = { text: 'Session about to start', language: 'en-GB', volume: 0.4 };
  await expect.poll(() => saidOn(learner.page)).toEqual([aboutToStart]);

  await expect(mentor.page).toHaveURL(`${stack.url}/session/${sessionId}`, { timeout: 60_000 });
  for (const { page } of both) {
    await expect.poll(() => chimesOf(page)).toEqual(['one-minute', 'ten-seconds']);
  }

  await Promise.all(both.map((person) => person.expectPhase('IN_PROGRESS', 30_000)));
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  for (const { page } of both) {
    await expect(page).toHaveTitle('Session · PeerLearn');
    expect(await chimesOf(page)).toEqual(['one-minute', 'ten-seconds']);
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
  }
  await expect
    .poll(() => saidOn(learner.page))
    .toEqual([aboutToStart, { ...aboutToStart, text: 'You are muted' }]);
  // Only who wants it is spoken to.
  expect(await saidOn(mentor.page)).toEqual([]);
  const { session } = await mentor.ask<{
    session: { actualStart: string; clock: { startsAt: string } };
  }>('query ($id: ID!) { session(id: $id) { actualStart clock { startsAt } } }', { id: sessionId });
  const lateMs = Date.parse(session.actualStart) - Date.parse(session.clock.startsAt);
  expect(lateMs).toBeGreaterThanOrEqual(0);
  expect(lateMs).toBeLessThan(5000);
  await endSession(mentor, sessionId);
  await learner.ask(
    `mutation { updatePreferences(input: { voice: false, volume: 70 }) { __typename } }`,
  );
  await Promise.all(both.map((person) => person.goes()));
});

for (const hours of [-7, 5]) {
  test(`PRE-1 the countdown is right within 250 ms on a device whose clock is ${String(hours)} hours off`, async ({
    browser,
    stack,
    mentor,
  }) => {
    const sessionId = await planSession(mentor, stack, { inMinutes: 4.5 });
    const learner = await Person.arrive(browser, stack.learner, stack.url);
    await learner.context.addInitScript((shiftMs) => {
      const TrueDate = Date;
      class ShiftedDate extends TrueDate {
        constructor(...parts: [] | [string | number]) {
          if (parts.length === 0) super(TrueDate.now() + shiftMs);
          else super(parts[0]);
        }

        static override now(): number {
          return TrueDate.now() + shiftMs;
        }
      }
      Object.assign(globalThis, { Date: ShiftedDate, trueNow: () => TrueDate.now() });
    }, hours * hourMs);
    await learner.signIn();
    const { session } = await mentor.ask<{ session: { clock: { startsAt: string } } }>(
      'query ($id: ID!) { session(id: $id) { clock { startsAt } } }',
      { id: sessionId },
    );
    await expect(learner.page.getByRole('timer')).toContainText(/starts in ?4:/);
    // The digits change at full seconds of what is left; between two the true time says which.
    const offsMs = await learner.page.evaluate(async (startsAt) => {
      const { trueNow } = globalThis as unknown as { trueNow: () => number };
      const digits = document.querySelector('pl-start-countdown .digits');
      const offs: number[] = [];
      const enough = Promise.withResolvers<void>();
      const observer = new MutationObserver(() => {
        const [minutes = 0, seconds = 0] = (digits?.textContent ?? '').split(':').map(Number);
        offs.push(startsAt - trueNow() - (minutes * 60 + seconds) * 1000);
        if (offs.length >= 6) enough.resolve();
      });
      if (digits) observer.observe(digits, { childList: true, characterData: true, subtree: true });
      await enough.promise;
      observer.disconnect();
      return offs;
    }, Date.parse(session.clock.startsAt));
    for (const off of offsMs) expect(Math.abs(off)).toBeLessThan(250);
    await expect(learner.page).toHaveTitle(/^4:\d\d · Systems of equations · PeerLearn$/);
    await endSession(mentor, sessionId);
    await learner.goes();
  });
}

test('PRE-6 PRE-5 with auto-join off "Join Now!" stays and sounds, and of two tabs one sounds', async ({
  browser,
  stack,
  mentor,
}) => {
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  await listenToTones(learner.context);
  await learner.signIn();
  const sessionId = await planSession(mentor, stack, { inMinutes: 25 / 60 });
  // Other tests may have turned it on, which the page shows only once it has read it.
  await learner.ask(`mutation { updatePreferences(input: { autoJoin: false }) { __typename } }`);
  await expect(learner.page.getByRole('switch', { name: /Auto-join/ })).not.toBeChecked();
  const dashboard = learner.page;
  await expect(dashboard.getByText('Get ready to join!', { exact: true })).toBeVisible();
  const second = await learner.newTab();
  await second.goto(`/session/${sessionId}`);
  await expect(second.getByText('You missed your start, Join Now!', { exact: true })).toBeVisible({
    timeout: 40_000,
  });
  await expect(
    dashboard.getByText('You missed your start, Join Now!', { exact: true }),
  ).toBeVisible();
  await expect.poll(() => chimesOf(dashboard)).toEqual(['ten-seconds', 'start']);
  expect(await chimesOf(second)).toEqual([]);
  await expectGoodPage(second, 'a missed start');
  await expectGoodPage(dashboard, 'the dashboard after a missed start');
  await endSession(mentor, sessionId);
  await learner.goes();
});

test('PRE-13 PRE-1 PRE-5 a page whose process did not run counts right at once when it wakes, and still joins in time', async ({
  playwright,
  stack,
  mentor,
}) => {
  const browser = await playwright.chromium.launch({
    executablePath: await findChromium(),
    args: browserArguments,
  });
  let wake: () => void = () => undefined;
  try {
    const learner = await Person.arrive(browser, stack.learner, stack.url);
    await learner.signIn();
    const { page } = learner;
    const sessionId = await planSession(mentor, stack, { inMinutes: 40 / 60 });
    const startsAt = await startOf(mentor, sessionId);
    await page.getByRole('switch', { name: /Auto-join/ }).check();
    await expect(page.getByRole('timer')).toContainText(/starts in ?0:[1-3]\d/);
    wake = await putToSleep(browser);
    // The page misses the ten seconds before the start, at which it would have gone to the session.
    await expect.poll(() => startsAt - Date.now(), { timeout: 50_000 }).toBeLessThan(8000);
    wake();
    expect(await wrongForMs(page, startsAt)).toBeLessThan(2000);
    // The mentor, who may have asked for auto-join before, may be there already.
    await expect(page.locator('pl-room')).toHaveAttribute('data-phase', /^(WAITING|IN_PROGRESS)$/, {
      timeout: 30_000,
    });
    // Nobody has pressed anything; on a busy machine the session's page takes a while to come.
    expect(Date.now() - startsAt).toBeLessThan(10_000);
    await endSession(mentor, sessionId);
  } finally {
    // A browser whose pages are stopped does not close.
    wake();
    await browser.close();
  }
});

/** How long the countdown goes on showing what is no longer so. */
async function wrongForMs(page: Page, startsAt: number): Promise<number> {
  return await page.evaluate(async (at) => {
    const wokenAt = performance.now();
    const isRight = () => {
      const digits = document.querySelector('pl-start-countdown .digits')?.textContent ?? '';
      const [minutes = NaN, seconds = NaN] = digits.split(':').map(Number);
      // It is rounded up to a full second, and may be right within a quarter of one.
      const offMs = (minutes * 60 + seconds) * 1000 - (at - Date.now());
      return offMs > -250 && offMs < 1250;
    };
    while (!isRight()) {
      const drawn = Promise.withResolvers<void>();
      requestAnimationFrame(() => {
        drawn.resolve();
      });
      await drawn.promise;
    }
    return performance.now() - wokenAt;
  }, startsAt);
}

/**
 * Stops the processes of a browser's pages, as a sleeping device does; gives what has them run on. Only
 * the clock that counts from the start of the machine goes on meanwhile, which a real sleep stops too.
 */
async function putToSleep(browser: Browser): Promise<() => void> {
  const tools = await browser.newBrowserCDPSession();
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(0);
  for (const id of pages) process.kill(id, 'SIGSTOP');
  return () => {
    for (const id of pages) process.kill(id, 'SIGCONT');
  };
}

async function startOf(person: Person, sessionId: string): Promise<number> {
  const { session } = await person.ask<{ session: { clock: { startsAt: string } } }>(
    'query ($id: ID!) { session(id: $id) { clock { startsAt } } }',
    { id: sessionId },
  );
  return Date.parse(session.clock.startsAt);
}
