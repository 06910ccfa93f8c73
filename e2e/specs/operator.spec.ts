import { expect, type Locator, type Page } from '@playwright/test';
import { Client } from 'pg';
import { endSession, meet, planSession, test as base } from '../support/fixtures.ts';
import { MailServer } from '../support/mail-server.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import { type Account, Stack } from '../support/stack.ts';

interface Workers {
  readonly mail: MailServer;
  readonly account: Account;
}

interface Tests {
  readonly administrator: Person;
}

/** A PeerLearn that sends its mail out, and who runs it. */
const test = base.extend<Tests, Workers>({
  mail: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using mail = await MailServer.open();
      await use(mail);
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ mail }, use) => {
      await using stack = await Stack.start(mail.settings);
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  account: [
    async ({ stack }, use) => {
      await use(await stack.addPerson('Ada Adeyemi', 'ADMIN'));
    },
    { scope: 'worker' },
  ],
  administrator: async ({ browser, stack, account }, use) => {
    const administrator = await Person.arrive(browser, account, stack.url);
    await administrator.signIn();
    await use(administrator);
    await administrator.goes();
  },
});

test.describe.configure({ timeout: 240_000 });

const dayMinutes = 24 * 60;

/** A figure of the overview, by its name. */
function figure(page: Page, name: string): Locator {
  const term = page.getByRole('term').filter({ hasText: name });
  return term.locator('xpath=following-sibling::dd');
}

/** The reminders in the list that say all of this. */
function reminders(page: Page, ...words: readonly string[]): Locator {
  const rows = page.getByRole('list', { name: 'Reminders' }).getByRole('listitem');
  return words.reduce((found, hasText) => found.filter({ hasText }), rows);
}

/** What has waited for a minute is not waited for: it is made due two minutes earlier. */
async function makeLate({ databaseUrl }: Stack): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `update notice_delivery set due_at = due_at - interval '2 minutes' where state in ('DUE', 'SENDING')`,
  );
  await client.end();
}

test('PRE-10 the operator sees which reminders are due, sent, late and failed, and has a failed one tried again', async ({
  administrator,
  mentor,
  mail,
  stack,
}) => {
  const { page } = administrator;
  const { email, name } = stack.learner;
  const mailOf = (...words: readonly string[]) =>
    reminders(page, 'Session scheduled', name, 'E-mail', ...words);
  mail.answer(email, 'REFUSE');
  const first = await planSession(mentor, stack, { inMinutes: 3 * dayMinutes });
  await page.goto('/operator/reminders');
  await expect(reminders(page, 'Reminder, 24 hours', name, 'Planned')).toHaveCount(1);
  await expectGoodPage(page, 'reminders that are due');
  await administrator.control('Sent').click();
  await expect(reminders(page, 'Session scheduled', name, 'In the app').first()).toBeVisible();
  await administrator.control('Failed').click();
  await expect(mailOf('The mail server refused the address (EENVELOPE 550)')).toHaveCount(1);
  await expectGoodPage(page, 'a reminder that failed');
  mail.answer(email, 'TAKE');
  await mailOf()
    .getByRole('button', { name: /^Try again/ })
    .click();
  await expect(page.getByText('It is tried again.')).toBeVisible();
  await expect(page.getByText('Nothing had to be given up.')).toBeVisible();
  await expect.poll(() => mail.takenFor(email)).toBe(1);
  await administrator.control('Sent').click();
  await expect(mailOf('Sent today')).toHaveCount(1);

  mail.answer(email, 'LATER');
  const second = await planSession(mentor, stack, { inMinutes: 4 * dayMinutes });
  await administrator.control('Due').click();
  await expect(mailOf('tried again today')).toHaveCount(1);
  await administrator.control('Late').click();
  await expect(page.getByText('Nothing was more than a minute late.')).toBeVisible();
  await makeLate(stack);
  await expect(mailOf('Late')).toHaveCount(1);
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(figure(page, 'More than a minute late')).toHaveText('1');
  await page.getByRole('link', { name: 'Reminders' }).click();
  await administrator.control('Late').click();
  mail.answer(email, 'TAKE');
  // By now it may wait for more than half a minute until it is tried again.
  await expect(mailOf('Late', 'Sent today')).toHaveCount(1, { timeout: 90_000 });
  await expectGoodPage(page, 'a reminder that was late');
  for (const id of [first, second]) await endSession(mentor, id);
  expect(administrator.complaints).toEqual([]);
});

test('PRE-12 the operator’s overview follows what happens, without a reload', async ({
  administrator,
  mentor,
  learner,
  stack,
}) => {
  const { page } = administrator;
  await administrator.control(/, your account$/).click();
  const menu = page.getByRole('navigation', { name: 'Your account' });
  await menu.getByRole('link', { name: 'Overview' }).click();
  await expect(administrator.heading('Overview')).toBeVisible();
  await administrator.marksPage();
  const incomplete = 'Session Incomplete';
  const today = Number(await figure(page, 'Today').textContent());
  await expect(figure(page, 'In progress now')).toHaveText('0');
  await expect(figure(page, incomplete)).toHaveText('0');
  for (const part of ['Database', 'Alarm clock', 'Media server']) {
    await expect(figure(page, part)).toHaveText('Up');
  }

  const sessionId = await planSession(mentor, stack);
  await expect(figure(page, 'Today')).toHaveText(String(today + 1));
  const link = page.locator(`a[href="/session/${sessionId}"]`);
  const row = page.getByRole('listitem').filter({ has: link });
  await expect(row).toContainText('Scheduled');
  await expect(row).toContainText('Maya Lindqvist and Leo Okafor');
  await meet(mentor, learner, sessionId);
  await expect(figure(page, 'In progress now')).toHaveText('1');
  await expect(row).toContainText('In progress');
  await expectGoodPage(page, 'the operator’s overview');
  await endSession(mentor, sessionId);
  await expect(figure(page, 'In progress now')).toHaveText('0');
  await expect(figure(page, incomplete)).toHaveText('1');
  await expect(row).toContainText(incomplete);
  expect(await administrator.isSamePage()).toBe(true);
  expect(administrator.complaints).toEqual([]);
});

test('PRE-12 the operator finds a session among many by words and filters, and goes on page by page', async ({
  administrator,
  mentor,
  stack,
}) => {
  const { page } = administrator;
  // What other tests have met or cancelled is among them too.
  const title = 'Polynomials';
  const ids: string[] = [];
  for (let day = 1; day <= 22; day += 1) {
    ids.push(await planSession(mentor, stack, { inMinutes: day * dayMinutes, title }));
  }
  await page.goto('/operator');
  const found = page.getByRole('link', { name: title, exact: true });
  await page.getByLabel('Search').fill(title);
  await page.getByLabel('Status').selectOption('Scheduled');
  await expect(found).toHaveCount(20);
  await administrator.control('Show more').click();
  await expect(found).toHaveCount(22);
  await expect(administrator.control('Show more')).toHaveCount(0);
  await page.getByLabel('Search').fill('nothing of this kind');
  await expect(page.getByText('No session is found.')).toBeVisible();
  await expectGoodPage(page, 'the operator’s search without a result');
  await page.getByLabel('Search').fill(stack.learner.email);
  await expect(found).toHaveCount(20);
  await page.getByLabel('Search').fill(title);
  await page.getByLabel('Status').selectOption('Any');
  await page.getByLabel('Outcome').selectOption('Cancelled');
  await expect(found).toHaveCount(0);
  for (const id of ids) await endSession(mentor, id);
  // The list goes with the figures.
  await expect(found).toHaveCount(20);
  await expect(page.getByRole('listitem').filter({ hasText: 'Cancelled' })).toHaveCount(20);
  await page
    .getByRole('link', { name: `Timeline of ${title}` })
    .first()
    .click();
  await expect(page.getByText('The session was planned')).toBeVisible();
  await expect(page.getByText('The session was cancelled')).toBeVisible();
  await expectGoodPage(page, 'the timeline of a session');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(administrator.heading('This session was cancelled.')).toBeVisible();
  expect(administrator.complaints).toEqual([]);
});

test('PRE-12 PRE-10 a mentor and a learner come to their own sessions in place of the operator’s pages', async ({
  mentor,
  learner,
}) => {
  for (const person of [mentor, learner]) {
    for (const path of ['/operator', '/operator/reminders']) {
      await person.page.goto(path);
      await expect(person.heading(`Hello, ${person.account.name}`)).toBeVisible();
      await expect(person.page).toHaveURL(/:\d+\/$/);
    }
    await person.control(/, your account$/).click();
    await expect(person.page.getByRole('link', { name: 'Settings' })).toBeVisible();
    await expect(person.page.getByRole('link', { name: 'Overview' })).toHaveCount(0);
    const asked = person.ask('{ noticeDeliveries(filter: DUE, first: 1) { edges { cursor } } }');
    await expect(asked).rejects.toThrow('Only administrators');
  }
});
