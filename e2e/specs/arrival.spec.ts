import { expect } from '@playwright/test';
import { test } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';

test('PRE-8 OPS a mailed link signs in once, and is read on the development page', async ({
  browser,
  stack,
}) => {
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  const { page } = learner;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(stack.learner.email);
  await learner.control('E-mail me a sign-in link').click();
  await expect(learner.heading('Check your mail')).toBeVisible();
  await page.goto('/dev/mail');
  await page
    .getByRole('link', { name: /sign-in link/i })
    .first()
    .click();
  const link = await page.getByRole('link', { name: /^http/ }).first().getAttribute('href');
  await page.goto(link ?? '');
  await expect(learner.heading(`Hello, ${stack.learner.name}`)).toBeVisible();
  await learner.signsOut();
  await expect(learner.heading('Welcome to PeerLearn')).toBeVisible();
  await page.goto(link ?? '');
  await expect(page.getByText(/link.*(used|expired|no longer)/i)).toBeVisible();
  await learner.goes();
});

test('PRE-12 LIFE-1 the two links of the demo meet', async ({ browser, stack }) => {
  const printed = await stack.api.command('demo', []);
  const links = JSON.parse(printed) as { mentorLink: string; learnerLink: string };
  const mentor = await Person.arrive(browser, stack.mentor, stack.url);
  const learner = await Person.arrive(browser, stack.learner, stack.url);
  await Promise.all([mentor.page.goto(links.mentorLink), learner.page.goto(links.learnerLink)]);
  await Promise.all([mentor.joins(), learner.joins()]);
  await Promise.all([mentor.expectPhase('IN_PROGRESS'), learner.expectPhase('IN_PROGRESS')]);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  await expect(learner.heading('Session has ended')).toBeVisible();
  await learner.page.getByRole('link', { name: 'Back to Dashboard' }).click();
  await expect(learner.page.getByText('Session Incomplete').first()).toBeVisible();
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
  await Promise.all([mentor.goes(), learner.goes()]);
});
