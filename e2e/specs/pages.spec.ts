import { expect } from '@playwright/test';
import { endSession, planSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';

const nobody = '0197f2c0-0000-7000-8000-000000000000';

test.describe.configure({ timeout: 240_000 });

test('ROOM-15 ROOM-13 sign-in, dashboard and pre-join are good pages in every size and theme', async ({
  browser,
  stack,
  mentor,
}) => {
  const guest = await Person.arrive(browser, stack.learner, stack.url);
  await guest.page.goto('/sign-in');
  await expect(guest.heading('Welcome to PeerLearn')).toBeVisible();
  await expectGoodPage(guest.page, 'sign-in');
  await guest.goes();
  await expectGoodPage(mentor.page, 'empty dashboard');

  const later = await planSession(mentor, stack, { inMinutes: 26 * 60 });
  const soon = await planSession(mentor, stack, { inMinutes: 4 });
  await mentor.page.goto('/');
  await expect(mentor.page.getByRole('heading', { name: 'Upcoming' })).toBeVisible();
  await expectGoodPage(mentor.page, 'dashboard');
  await mentor.opens(later);
  await expect(mentor.page.getByText(/You can join from/)).toBeVisible();
  await expect(mentor.control(/^Join/)).toHaveCount(0);
  await expectGoodPage(mentor.page, 'pre-join, too early');
  await mentor.opens(soon);
  await expect(mentor.control(/^Join Now/)).toBeVisible();
  await expect(mentor.page.getByText('Session starts in')).toBeVisible();
  await expectGoodPage(mentor.page, 'pre-join');
  for (const sessionId of [later, soon]) await endSession(mentor, sessionId);
  expect(mentor.complaints).toEqual([]);
});

test('ROOM-15 ROOM-13 ROOM-14 waiting room, room and end screen are good pages in every size and theme', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await mentor.opens(sessionId);
  await mentor.joins();
  await expect(mentor.page.getByText('Waiting for learner…')).toBeVisible();
  await expectGoodPage(mentor.page, 'waiting room');
  await learner.opens(sessionId);
  await learner.joins();
  await learner.sees(stack.mentor);
  await mentor.writes('Good morning');
  await expect(learner.line('Good morning')).toBeVisible();
  await expectGoodPage(learner.page, 'room');
  await learner.control('Leave').click();
  await expectGoodPage(learner.page, 'leaving');
  await learner.control('Stay').click();
  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  await expect(learner.heading('Session has ended')).toBeVisible();
  await expectGoodPage(learner.page, 'end screen');
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

test('FAIL-10 every page error says what it is and where to go', async ({
  browser,
  stack,
  learner,
  sessionId,
}) => {
  const { page } = learner;
  await learner.opens(nobody);
  await expect(learner.heading('Session not found. Check your dashboard.')).toBeVisible();
  await expectGoodPage(page, 'session not found');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading')).toBeVisible();
  await expectGoodPage(page, 'page not found');

  const stranger = await Person.arrive(browser, stack.stranger, stack.url);
  await stranger.signIn();
  await stranger.opens(sessionId);
  await expect(stranger.heading("You're not part of this session.")).toBeVisible();
  await stranger.page.getByRole('link', { name: 'Back to Dashboard' }).click();
  await expect(stranger.heading(`Hello, ${stack.stranger.name}`)).toBeVisible();
  await stranger.goes();

  await page.route('**/graphql', (route) => route.abort());
  await learner.opens(sessionId);
  await expect(learner.heading('Unable to connect.')).toBeVisible();
  const askedAgain = page.waitForRequest('**/graphql');
  await learner.control('Retry').click();
  await askedAgain;
  await expect(learner.heading('Unable to connect.')).toBeVisible();
  // From here on the page may be quicker than whoever presses.
  await page.unroute('**/graphql');
  await expect(learner.control(/^Join Now/)).toBeVisible();
});

test('FAIL-3 a blocked camera and microphone are named, with the way to mend it, and joining is possible', async ({
  browser,
  stack,
  sessionId,
}) => {
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  await learner.page.addInitScript(() => {
    const blocked = () => Promise.reject(new DOMException('blocked', 'NotAllowedError'));
    navigator.mediaDevices.getUserMedia = blocked;
  });
  await learner.signIn();
  await learner.opens(sessionId);
  await expect(
    learner.page.getByText('Please enable your mic/camera to join session.'),
  ).toBeVisible();
  await expectGoodPage(learner.page, 'pre-join without devices');
  await learner.joins();
  await expect(learner.page.getByText('Waiting for mentor…')).toBeVisible();
  await learner.goes();
});

test('ROOM-15 the way from sign-in to the room and out again goes by keyboard alone', async ({
  browser,
  stack,
  sessionId,
}) => {
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  const { page } = learner;
  const tabTo = async (name: RegExp) => {
    const wanted = page.locator(':focus');
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Tab');
          const [label, text] = await Promise.all([
            wanted.getAttribute('aria-label'),
            wanted.textContent(),
          ]);
          return `${label ?? ''} ${text ?? ''}`.trim();
        },
        { intervals: [50] },
      )
      .toMatch(name);
  };
  await page.goto(`/session/${sessionId}`);
  await expect(learner.heading('Welcome to PeerLearn')).toBeVisible();
  await tabTo(/Use a password instead/);
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(stack.learner.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(stack.learner.password);
  await page.keyboard.press('Enter');
  await expect(learner.control(/^Join Now/)).toBeEnabled();
  await tabTo(/^Join Now/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for mentor…')).toBeVisible();
  await tabTo(/Leave/);
  await page.keyboard.press('Enter');
  await expect(learner.control(/^(Rejoin|Join Now)/)).toBeVisible();
  await learner.goes();
});
