import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { meet, test as base } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
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
  await opensTranscript(mentor);
  const lines = transcriptOf(mentor);
  await expect(mentor.page.getByText('· Scripted')).toBeVisible();
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
