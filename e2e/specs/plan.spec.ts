import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { endSession, meet, planSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';

interface Kept {
  readonly session: {
    readonly topics: readonly { readonly title: string; readonly state: string }[];
    readonly annotations: { readonly edges: readonly { readonly node: { text: string } }[] };
  };
}

const read = `query ($id: ID!) { session(id: $id) {
  topics { title state } annotations { edges { node { text } } } } }`;

async function openTopics({ page }: Person): Promise<Locator> {
  const plan = page.getByRole('group', { name: 'Plan of the session' });
  const tab = page.getByRole('tab', { name: /^Topics/ });
  if (!(await tab.isVisible())) await page.getByRole('button', { name: /^Topics/ }).click();
  await tab.click();
  await expect(plan).toBeVisible();
  return plan;
}

/** The title of the current topic. */
function currentIn(plan: Locator): Locator {
  return plan.locator('[aria-current="step"]');
}

async function write({ page }: Person, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Annotation', exact: true }).fill(text);
  await page.keyboard.press('Control+Enter');
}

test('ROOM-5 ROOM-6 the mentor teaches by the plan, and the learner is where they are', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  const [plan, seen] = [await openTopics(mentor), await openTopics(learner)];
  await expect(currentIn(seen)).toContainText('Two unknowns');
  await mentor.control('Topic Done').click();
  await expect(currentIn(seen)).toContainText('Substitution');
  await expect(currentIn(plan)).toContainText('Substitution');

  await mentor.page.getByRole('textbox', { name: 'New topic' }).fill('A word problem');
  await mentor.page.keyboard.press('Enter');
  const grip = mentor.control('Move A word problem with the arrow keys');
  await grip.press('ArrowUp');
  await expect(grip).toBeFocused();
  await expect(seen.getByRole('listitem').nth(2)).toContainText('A word problem');

  await write(mentor, 'Draw it first');
  await expect(seen.getByText('Draw it first')).toBeVisible();
  await mentor.page.getByRole('checkbox', { name: 'Private' }).check();
  await write(mentor, 'Goes too fast');
  await expect(plan.getByText('Goes too fast')).toBeVisible();
  await mentor.page.getByRole('checkbox', { name: 'Private' }).uncheck();

  await mentor.context.setOffline(true);
  await write(mentor, 'Written without a network');
  await mentor.control('Topic Done').click();
  await expect(currentIn(plan)).toContainText('A word problem');
  await mentor.context.setOffline(false);
  await expect(seen.getByText('Written without a network')).toHaveCount(1, { timeout: 20_000 });
  await expect(currentIn(seen)).toContainText('A word problem', { timeout: 20_000 });
  await expect(seen.getByText('Goes too fast')).toHaveCount(0);

  const { session } = await learner.ask<Kept>(read, { id: sessionId });
  expect(session.topics.map(({ title, state }) => `${title} ${state}`)).toEqual([
    'Two unknowns DONE',
    'Substitution DONE',
    'A word problem CURRENT',
    'Elimination PLANNED',
  ]);
  expect(session.annotations.edges.map(({ node }) => node.text)).toEqual([
    'Draw it first',
    'Written without a network',
  ]);
});

test('ROOM-5 ROOM-6 what two tabs of the mentor do at once settles, and a dead tab loses no word', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await openTopics(mentor);
  const seen = await openTopics(learner);
  await write(mentor, 'First words');
  await expect(seen.getByText('First words')).toBeVisible();
  await mentor.control('Edit annotation').click();
  await mentor.page.getByRole('textbox', { name: 'Change the annotation' }).fill('Mine');
  await mentor.ask(
    `mutation ($input: EditAnnotationInput!) { editAnnotation(input: $input) { __typename } }`,
    {
      input: {
        sessionId,
        annotationId: await idOf(mentor, sessionId),
        revision: 1,
        text: 'Of another tab',
      },
    },
  );
  await expect(mentor.page.locator('pl-annotation-actions')).toContainText('Of another tab');
  await mentor.control('Save mine instead').click();
  await expect(seen.getByText('Mine')).toBeVisible();
  await expect(seen.getByText('(edited)')).toBeVisible();

  const box = mentor.page.getByRole('textbox', { name: 'Annotation', exact: true });
  await box.fill('Half a thought');
  await mentor.page.reload();
  await mentor.joins();
  await openTopics(mentor);
  await expect(box).toHaveValue('Half a thought');
});

test('ROOM-5 on a phone the mentor puts the plan in order by touch, before the session', async ({
  browser,
  stack,
  mentor,
}) => {
  const sessionId = await planSession(mentor, stack, { inMinutes: 5 * 60, title: 'By touch' });
  const phone = await Person.arrive(browser, stack.mentor, stack.url, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.signIn();
  await phone.opens(sessionId);
  const plan = phone.page.getByRole('group', { name: 'Plan of the session' });
  await phone.page.getByRole('textbox', { name: 'New topic' }).fill('Warm-up');
  await phone.page.keyboard.press('Enter');
  const grips = plan.getByRole('button', { name: /with the arrow keys$/ });
  await expect(grips).toHaveCount(4);
  await dragByTouch(phone.context, phone.page, grips.nth(3), grips.nth(0));
  await expect
    .poll(async () => {
      const { session } = await mentor.ask<Kept>(read, { id: sessionId });
      return session.topics.map(({ title }) => title);
    })
    .toEqual(['Warm-up', 'Two unknowns', 'Substitution', 'Elimination']);
  await expectGoodPage(phone.page, 'the plan before the session');
  await phone.goes();
  await endSession(mentor, sessionId);
});

async function idOf(mentor: Person, sessionId: string): Promise<string> {
  const { session } = await mentor.ask<{
    session: { annotations: { edges: { node: { id: string } }[] } };
  }>(`query ($id: ID!) { session(id: $id) { annotations { edges { node { id } } } } }`, {
    id: sessionId,
  });
  return session.annotations.edges[0]?.node.id ?? '';
}

/** Holds a finger on one, and moves it over another. */
async function dragByTouch(
  context: BrowserContext,
  page: Page,
  from: Locator,
  to: Locator,
): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('there is nothing to drag');
  const wire = await context.newCDPSession(page);
  const x = start.x + start.width / 2;
  const touch = (type: 'touchStart' | 'touchMove', y: number) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  const [top, bottom] = [end.y - 4, start.y + start.height / 2];
  await touch('touchStart', bottom);
  // A short press begins to drag, so that a quick stroke still scrolls.
  await page.waitForFunction(
    (since) => performance.now() - since > 300,
    await page.evaluate(() => performance.now()),
  );
  for (let step = 1; step <= 10; step++) {
    await touch('touchMove', bottom + ((top - bottom) * step) / 10);
  }
  await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
