import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { bothAgree } from '../support/consent.ts';
import { meet, planSession, test as base } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import { Stack } from '../support/stack.ts';

/** A PeerLearn with a made-up transcript, in which nobody need wait long for an end. */
const test = base.extend<object, { stack: Stack }>({
  stack: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using stack = await Stack.start({
        SCRIPTED_TRANSCRIPT_FOR: 'maya@peerlearn.example,leo@peerlearn.example',
        REJOIN_WINDOW_MINUTES: '0.05',
        OVERRUN_MINUTES: '0',
        NO_SHOW_MINUTES: '5',
      });
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test.describe.configure({ timeout: 240_000 });

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const phoneLooks = (['light', 'dark'] as const).map((colorScheme) => ({
  ...{ viewport: phone.viewport, colorScheme },
}));

async function opensTab({ page }: Person, name: RegExp): Promise<void> {
  const tab = page.getByRole('tab', { name });
  if (!(await tab.isVisible())) await page.getByRole('button', { name: /^Chat/ }).click();
  await tab.click();
}

async function annotates(mentor: Person, text: string, isPrivate: boolean): Promise<void> {
  const { page } = mentor;
  const field = page.getByRole('textbox', { name: 'Annotation', exact: true });
  await field.fill(text);
  await page.getByRole('checkbox', { name: 'Private' }).setChecked(isPrivate);
  await field.press('Control+Enter');
  const plan = page.getByRole('group', { name: 'Plan of the session' });
  await expect(plan.getByText(text)).toBeVisible();
}

async function drawsLine({ page }: Person): Promise<void> {
  await page.locator('pl-stage').click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('w');
  const box = await page.getByRole('application', { name: 'Whiteboard' }).boundingBox();
  if (!box) throw new Error('there is no whiteboard');
  await page.mouse.move(box.x + 80, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + 240, box.y + 180, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator('pl-whiteboard g[role=img]')).toHaveCount(1);
  await expect(page.locator('pl-whiteboard').getByText('Saved')).toBeVisible();
}

/** When the first line of the script is final. */
async function hasTranscript(person: Person, sessionId: string): Promise<void> {
  const fields = 'transcript(first: 5) { edges { node { isFinal } } }';
  await expect
    .poll(async () => JSON.stringify(await fieldsOf(person, sessionId, fields)))
    .toContain('true');
}

async function ends(mentor: Person): Promise<void> {
  await mentor.control('End session').click();
  await mentor.control('End for both').click();
}

/** What a control saves as a file: its name, and what is in it. */
async function fileOf(page: Page, control: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text };
}

/** Opens one of the parts that are long. */
async function unfolds({ page }: Person, name: string): Promise<void> {
  await page.locator('summary').getByText(name, { exact: true }).click();
}

async function rates({ page }: Person, stars: string): Promise<void> {
  await page.getByRole('radio', { name: stars }).check({ force: true });
  await page.getByRole('button', { name: 'Send feedback' }).click();
  await expect(page.getByText('Thank you for your feedback.')).toBeVisible();
}

/** These fields of the session, as the API tells them to that person. */
async function fieldsOf(person: Person, sessionId: string, fields: string): Promise<unknown> {
  const query = `query ($id: ID!) { session(id: $id) { ${fields} } }`;
  return (await person.ask<{ session: unknown }>(query, { id: sessionId })).session;
}

async function opens(person: Person, sessionId: string): Promise<void> {
  await person.opens(sessionId);
  await expect(person.control(/^Join Now/)).toBeVisible();
}

/** The learner can book in the mentor's hours. */
async function offersTime(mentor: Person): Promise<void> {
  const { courses } = await mentor.ask<{ courses: { id: string }[] }>('{ courses { id } }');
  const hours = [{ from: '09:00', to: '17:00' }];
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  const availability = {
    ...{ timeZone: 'Europe/Berlin', sessionMinutes: 45, noticeMinutes: 60, horizonDays: 28 },
    weekly: weekdays.map((weekday) => ({ weekday, hours })),
    ...{ exceptions: [], courseIds: courses.map(({ id }) => id) },
  };
  const query = `mutation ($input: SetAvailabilityInput!) {
    setAvailability(input: $input) { __typename } }`;
  const { setAvailability } = await mentor.ask<{ setAvailability: { __typename: string } }>(query, {
    input: availability,
  });
  expect(setAvailability.__typename).toBe('Availability');
}

test('ROOM-12 LIFE-5 LIFE-8 both find on the last page what the hour left, and book the next', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await offersTime(mentor);
  await meet(mentor, learner, sessionId);
  await opensTab(mentor, /^Topics/);
  await mentor.control('Topic Done').click();
  await annotates(mentor, 'Put what stands alone into the other line', false);
  await annotates(mentor, 'Slower next time', true);
  await opensTab(learner, /^Notes/);
  await learner.page.getByRole('textbox', { name: 'Your notes' }).fill('Ask about signs');
  await expect(learner.page.getByText('Saved', { exact: true })).toBeVisible();
  await opensTab(learner, /^Chat/);
  await learner.writes('See you next week');
  await expect(learner.line('See you next week')).toBeVisible();
  await bothAgree(mentor, learner);
  await drawsLine(mentor);
  await hasTranscript(mentor, sessionId);
  await ends(mentor);

  for (const person of [mentor, learner]) {
    const { page } = person;
    await expect(person.heading('Session has ended')).toBeVisible();
    const plan = page.locator('pl-topic-records');
    await expect(plan).toContainText('Two unknowns');
    await expect(plan.getByText('Done')).toBeVisible();
    await expect(plan.getByText('Put what stands alone into the other line')).toBeVisible();
    await expect(page.locator('pl-whiteboard-view g[role=img]')).toHaveCount(1);
    await unfolds(person, 'Transcript');
    await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('Good to see you');
    await unfolds(person, 'Chat');
    await expect(person.line('See you next week')).toBeVisible();
  }
  await expect(mentor.page.getByText('You ended the session.')).toBeVisible();
  await expect(mentor.page.getByText('Slower next time')).toBeVisible();
  await expect(learner.page.getByText('The mentor ended the session.')).toBeVisible();
  await expect(learner.page.getByText('Slower next time')).toHaveCount(0);
  await expect(learner.page.getByRole('textbox', { name: 'Your notes' })).toHaveValue(
    'Ask about signs',
  );

  const { page } = learner;
  const words = await fileOf(page, page.getByRole('link', { name: 'Save as WebVTT' }));
  expect(words.name).toMatch(/\.vtt$/);
  expect(words.text).toContain('<v Maya Lindqvist>Good to see you');
  const board = await fileOf(page, learner.control('Download as SVG'));
  expect(board.name).toBe('Systems of equations - Whiteboard.svg');
  expect(board.text).toContain('<path');

  await rates(learner, '4 stars');
  await learner.control('Change it').click();
  await rates(learner, '5 stars');
  const given = 'viewerFeedback { rating }';
  expect(await fieldsOf(learner, sessionId, given)).toEqual({ viewerFeedback: { rating: 5 } });
  expect(await fieldsOf(mentor, sessionId, given)).toEqual({ viewerFeedback: null });

  for (const person of [mentor, learner]) {
    await person.page.getByRole('link', { name: 'Book Next Session' }).click();
  }
  await expect(mentor.page.getByRole('combobox', { name: 'Course' })).toHaveValue(/./);
  await expect(mentor.page.getByRole('combobox', { name: 'Learner' })).toHaveValue(
    learner.account.name,
  );
  await expect(page.getByText(mentor.account.name).first()).toBeVisible();
  await learner.control('Later week').click();
  await page.getByRole('button', { name: /^9:00/ }).first().click();
  const wanted = page.getByRole('dialog').getByRole('combobox', { name: 'Course' });
  await expect(wanted.locator('option:checked')).toHaveText('Algebra from the ground up');
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

async function expectEnd(both: readonly Person[], badge: string, why: string): Promise<void> {
  for (const person of both) {
    // Whoever was there, or comes later.
    await expect(person.heading('ession has ended')).toBeVisible({ timeout: 30_000 });
    const card = person.page.locator('.end');
    await expect(card).toContainText(badge);
    await expect(card).toContainText(why);
    await expect(card.getByRole('radio')).toHaveCount(5);
  }
}

test('LIFE-6 ROOM-12 ROOM-14 both agree to finish early, once who asked has not taken it back; the last page on a phone', async ({
  browser,
  stack,
  mentor,
}) => {
  const learner = await Person.arrive(browser, stack.learner, stack.url, phone);
  await learner.signIn();
  await meet(mentor, learner, await planSession(mentor, stack));
  const asks = async () => {
    await mentor.control('More').click();
    await mentor.page.getByRole('menuitem', { name: 'Finish early' }).click();
    await mentor.control(`Ask ${learner.account.name}`).click();
  };
  const question = learner.page.getByText(`${mentor.account.name} asks to finish early.`);
  await asks();
  await expect(question).toBeVisible();
  await mentor.control('Take back').click();
  await expect(question).toHaveCount(0);
  await asks();
  await learner.control('Finish now').click();
  await expectEnd([mentor, learner], 'Session Completed', 'You both agreed to finish.');
  await expectGoodPage(learner.page, 'last page on a phone', phoneLooks);
  await learner.goes();
});

test('LIFE-4 LIFE-5 ROOM-12 who has met comes to the right last page by the clock and by leaving', async ({
  stack,
  mentor,
  learner,
}) => {
  const both = [mentor, learner];
  // It began nearly five minutes ago, and takes five minutes.
  await meet(mentor, learner, await planSession(mentor, stack, { inMinutes: -4.6, minutes: 5 }));
  await expectEnd(both, 'Session Incomplete', 'The planned time is up.');

  const left = await planSession(mentor, stack);
  await meet(mentor, learner, left);
  for (const person of both) {
    await person.leaves();
    await expect(person.page.getByText('You left the session. Want to rejoin?')).toBeVisible();
    await person.page.goto('/');
  }
  await expect
    .poll(() => fieldsOf(mentor, left, 'endReason'), { timeout: 30_000 })
    .toEqual({ endReason: 'BOTH_GONE' });
  for (const person of both) await person.opens(left);
  await expectEnd(both, 'Session Incomplete', 'Both of you had left the room.');
});

test('LIFE-5 LIFE-6 PRE-11 ROOM-12 who has not met comes to the right last page by a cancellation, and when one waits in vain', async ({
  stack,
  mentor,
  learner,
}) => {
  const cancelled = await planSession(mentor, stack);
  await mentor.opens(cancelled);
  await mentor.joins();
  await opens(learner, cancelled);
  await mentor.ask(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`,
    { input: { sessionId: cancelled, reason: 'A burst pipe' } },
  );
  for (const [person, by] of [
    [mentor, 'you'],
    [learner, mentor.account.name],
  ] as const) {
    await expect(person.heading('This session was cancelled.')).toBeVisible();
    await expect(person.page.getByText(`Cancelled by ${by}.`)).toBeVisible();
    await expect(person.page.getByText('A burst pipe')).toBeVisible();
  }

  // It began nearly five minutes ago: soon who is missing counts as not come.
  const missed = await planSession(mentor, stack, { inMinutes: -4.8 });
  await opens(learner, missed);
  await mentor.opens(missed);
  await mentor.joins();
  await expect(mentor.page.getByText('You may go on waiting.')).toBeVisible({ timeout: 30_000 });
  await ends(mentor);
  await expect(mentor.page.getByText(`${learner.account.name} did not come.`)).toBeVisible();
  await expect(learner.page.getByText('You did not come.')).toBeVisible();
  for (const person of [mentor, learner]) {
    await expect(person.page.locator('.end')).toContainText('Missed');
    await expect(person.page.getByRole('radio')).toHaveCount(0);
    await expect(person.page.getByRole('link', { name: 'Book Next Session' })).toBeVisible();
  }
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});
