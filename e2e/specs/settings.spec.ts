import { expect, type Page } from '@playwright/test';
import { test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';

/** Opens the settings, the way the top bar offers. */
async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /, your account$/ }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
}

test('PRE-2 PRE-5 PRE-10 a change counts at once on every page and device, and stays', async ({
  browser,
  stack,
  learner,
}) => {
  // Whatever other tests have left chosen.
  await learner.ask(`mutation { updatePreferences(input: { autoJoin: false }) { __typename } }`);
  const device = await Person.arrive(browser, stack.learner, stack.url);
  await device.signIn();
  await openSettings(device.page);
  const first = learner.page;
  await openSettings(first);
  const second = await learner.newTab();
  await second.goto('/settings');
  const others = [second, device.page];
  const autoJoin = (page: Page) => page.getByRole('switch', { name: /^Join by itself/ });
  const dayByMail = (page: Page) => page.getByRole('checkbox', { name: '24 hours before, E-mail' });
  for (const page of others) {
    await expect(autoJoin(page)).not.toBeChecked();
    await expect(dayByMail(page)).toBeChecked();
  }
  await autoJoin(first).click();
  await expect(first.getByText('Saved', { exact: true })).toBeVisible();
  await dayByMail(first).click();
  await first.getByLabel('Volume').fill('25');
  for (const page of others) {
    await expect(autoJoin(page)).toBeChecked();
    await expect(dayByMail(page)).not.toBeChecked();
    await expect(page.getByText('25 %')).toBeVisible();
  }
  await first.reload();
  await expect(autoJoin(first)).toBeChecked();
  await expect(dayByMail(first)).not.toBeChecked();
  await expectGoodPage(first, 'settings');
  await autoJoin(first).click();
  await expect(autoJoin(device.page)).not.toBeChecked();
  expect([...learner.complaints, ...device.complaints]).toEqual([]);
  await device.goes();
});

test('PRE-8 the time zone of the device is taken once, and another choice is kept', async ({
  mentor,
}) => {
  const { page } = mentor;
  await openSettings(page);
  const zone = page.getByRole('combobox', { name: 'Times are shown in' });
  await expect(zone).toHaveValue(/^Europe\/Berlin \(UTC\+\d\)$/);
  await zone.fill('tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo (UTC+9)' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue('Asia/Tokyo (UTC+9)');
  await page.getByRole('button', { name: /^Use this device’s: Europe\/Berlin/ }).click();
  await expect(zone).toHaveValue(/^Europe\/Berlin/);
  expect(mentor.complaints).toEqual([]);
});
