import { readFile } from 'node:fs/promises';
import { devices, expect, type Locator } from '@playwright/test';
import { bothAgree } from '../support/consent.ts';
import { endSession, meet, planSession, test as base } from '../support/fixtures.ts';
import { Person } from '../support/person.ts';
import { Stack } from '../support/stack.ts';

/** A PeerLearn in which a script seems to speak for the two people. */
const test = base.extend<object, { stack: Stack }>({
  stack: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using stack = await Stack.start({
        SCRIPTED_TRANSCRIPT_FOR: 'maya@peerlearn.example,leo@peerlearn.example',
      });
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

function transcriptOf(person: Person): Locator {
  return person.page.getByRole('region', { name: 'Transcript' });
}

async function opensTranscript(person: Person): Promise<void> {
  await person.page.getByRole('tab', { name: 'Transcript' }).click();
  await expect(transcriptOf(person)).toBeVisible();
}

/** On a phone the controls come back by that. */
async function touchesPicture(person: Person): Promise<void> {
  await person.page.locator('pl-stage').tap({ position: { x: 40, y: 200 } });
}

/** In the bar, or under "More" where there is little room. */
async function turnsCaptionsOn(person: Person): Promise<void> {
  const control = person.control('Captions on');
  if (await control.isVisible()) {
    await control.click();
    return;
  }
  await person.control(/^More/).click();
  await person.page.getByRole('menuitem', { name: 'Captions on' }).click();
}

const first = 'Good to see you again. Shall we begin with two unknowns?';
const second = 'Yes please. I still mix up which one to get rid of first.';

test('ROOM-8 ROOM-15 both read what is said, find it, and take it away as a file', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await bothAgree(mentor, learner);
  await opensTranscript(mentor);
  const lines = transcriptOf(mentor);
  await expect(mentor.page.getByRole('tabpanel').getByText('· Scripted')).toBeVisible();
  await expect(lines.locator('[data-interim]')).toContainText('Good to');
  await expect(lines.getByText(first)).toBeVisible({ timeout: 15_000 });

  await turnsCaptionsOn(learner);
  const captions = learner.page.getByRole('group', { name: 'Captions' });
  await expect(captions).toContainText('Yes please');
  await expect(lines.getByText(second)).toBeVisible({ timeout: 15_000 });

  await mentor.page.getByRole('searchbox', { name: 'Search the transcript' }).fill('UNKNÓWNS');
  await expect(lines.locator('mark')).toHaveText('unknowns');
  await mentor.control('Copy and save').click();
  const [download] = await Promise.all([
    mentor.page.waitForEvent('download'),
    mentor.page.getByRole('menuitem', { name: 'Save as WebVTT' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^transcript-.*systems-of-equations\.vtt$/);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toMatch(/^WEBVTT\n/);
  expect(file).toContain(`<v Maya Lindqvist>${first}`);
  expect(file).toContain(`<v Leo Okafor>${second}`);

  await learner.closesTab();
  await expect(mentor.page.getByText('The transcript is not running.')).toBeVisible({
    timeout: 15_000,
  });
  await expect(lines.locator('[data-interim]')).toHaveCount(0);
});

test('ROOM-8 ROOM-14 on a phone the transcript is in the drawer, and captions cover no control', async ({
  browser,
  stack,
  mentor,
}) => {
  const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];
  const learner = await Person.arrive(browser, stack.learner, stack.url, phone);
  await learner.signIn();
  const sessionId = await planSession(mentor, stack);
  await meet(mentor, learner, sessionId);
  await bothAgree(mentor, learner);
  await touchesPicture(learner);
  await turnsCaptionsOn(learner);
  const captions = learner.page.getByRole('group', { name: 'Captions' });
  // Whoever speaks by then.
  await expect(captions).toContainText(/(Maya|Leo) \w+\S/, { timeout: 15_000 });
  await touchesPicture(learner);
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('it is not there');
    return box;
  };
  // They move up, with the controls that come; above these there is only a shade.
  const controls = learner.page.getByRole('toolbar', { name: 'Session controls' });
  await expect(controls).toHaveCSS('opacity', '1');
  await expect
    .poll(async () => {
      const [words, round] = [
        await boxOf(captions),
        await boxOf(controls.getByRole('button').first()),
      ];
      return words.y + words.height - round.y;
    })
    .toBeLessThanOrEqual(1);
  const box = await boxOf(captions);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(phone.viewport.width);
  await touchesPicture(learner);
  await learner
    .control(/^Topics|^Chat/)
    .first()
    .click();
  await opensTranscript(learner);
  await expect(transcriptOf(learner).getByText(first)).toBeVisible({ timeout: 15_000 });
  await endSession(mentor, sessionId);
  await learner.goes();
});
