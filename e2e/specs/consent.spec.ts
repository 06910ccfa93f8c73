import { expect, type Locator } from '@playwright/test';
import { Client } from 'pg';
import { bothAgree } from '../support/consent.ts';
import { meet, test as base } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
import { Stack } from '../support/stack.ts';

/** A PeerLearn in which a script seems to speak for the two people, once both agree to a transcript. */
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

function signOf({ page }: Person): Locator {
  return page.locator('pl-consent-sign').getByRole('button');
}

function linesOf({ page }: Person): Locator {
  return page.getByRole('region', { name: 'Transcript' }).getByRole('listitem');
}

async function chooses(person: Person, choice: string): Promise<void> {
  await signOf(person).click();
  await person.page.getByRole('menuitem', { name: choice, exact: true }).click();
}

async function opensTranscript({ page }: Person): Promise<void> {
  await page.getByRole('tab', { name: 'Transcript' }).click();
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible();
}

/** When the words of each row were begun, of all rows there are; empty ones hold nothing. */
async function wordsIn(stack: Stack, sessionId: string): Promise<readonly number[]> {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date }>(
      `select start_at as at from transcript_segment where session_id = $1
       union all select start_at from transcript_partial where session_id = $1 and text <> ''`,
      [sessionId],
    );
    return rows.map(({ at }) => at.getTime());
  } finally {
    await client.end();
  }
}

/** When each of the two said it, by the server's record. */
async function wordsOfConsent(person: Person, sessionId: string) {
  const { session } = await person.ask<{
    session: { consents: { spans: { from: string; to: string | null }[] }[] };
  }>(
    `query ($id: ID!) { session(id: $id) { consents { kind spans { from to } words { type } } } }`,
    { id: sessionId },
  );
  return (session.consents[0]?.spans ?? []).map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? Infinity : Date.parse(to),
  }));
}

test('ROOM-18 nothing is written down before both agree, off the record, or when one has withdrawn', async ({
  mentor,
  learner,
  sessionId,
  stack,
}) => {
  await meet(mentor, learner, sessionId);
  await opensTranscript(mentor);
  const panel = mentor.page.getByRole('tabpanel');
  await expect(panel.getByText('The transcript begins when you both agree.')).toBeVisible();
  await expect(mentor.page.getByText('May what you both say be written down?')).toBeVisible();

  await mentor.control('Agree').click();
  await expect(panel.getByText('Waiting for Leo Okafor to agree to the transcript.')).toBeVisible();
  await expect(signOf(mentor)).toHaveText(/Waiting for Leo Okafor/);
  await expect(learner.page.getByText('Maya Lindqvist has agreed.')).toBeVisible();
  expect(await wordsIn(stack, sessionId)).toEqual([]);

  await learner.control('Agree').click();
  for (const person of [mentor, learner]) {
    await expect(signOf(person)).toHaveAccessibleName('Transcript, Scripted');
  }
  await expect(panel.getByText('· Scripted')).toBeVisible();
  await expect(panel.locator('[data-interim]')).toContainText('Good to', { timeout: 15_000 });

  // In the middle of a sentence.
  await chooses(learner, 'Off the record');
  for (const person of [mentor, learner]) {
    await expect(signOf(person)).toHaveAccessibleName('Off the record');
  }
  await expect(panel.locator('[data-interim]')).toHaveCount(0);
  await expect(panel.getByText('Off the record: Leo Okafor paused the transcript.')).toBeVisible();
  await expect(linesOf(mentor)).toHaveCount(0);

  // Only who went off the record goes on; the other one asks.
  await chooses(mentor, 'Ask Leo Okafor to go on the record');
  await learner.control('Go on').click();
  await expect(signOf(learner)).toHaveAccessibleName('Transcript, Scripted');
  // Words on the way have no question mark yet.
  await expect(linesOf(mentor).first()).toContainText('with two unknowns?', { timeout: 20_000 });

  await chooses(mentor, 'Stop the transcript');
  await expect(signOf(learner)).toHaveCount(0);
  await expect(panel.getByText('You stopped the transcript.')).toBeVisible();
  const kept = await linesOf(mentor).count();

  const spans = await wordsOfConsent(mentor, sessionId);
  expect(spans.length).toBe(2);
  const begun = await wordsIn(stack, sessionId);
  expect(begun.length).toBe(kept);
  for (const at of begun) {
    expect(spans.some(({ from, to }) => from <= at && at <= to)).toBe(true);
  }
  const file = await mentor.context.request.get(`${stack.url}/session/${sessionId}/transcript.txt`);
  expect((await file.text()).match(/^\[/gm)?.length).toBe(kept);
});

test('ROOM-18 ROOM-15 who declines is not asked again, and may ask by the keyboard', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await learner.control('No').click();
  await expect(mentor.page.getByText('May what you both say be written down?')).toHaveCount(0);
  await opensTranscript(learner);
  const panel = learner.page.getByRole('tabpanel');
  await expect(panel.getByText('You did not agree to a transcript.')).toBeVisible();
  await panel.getByRole('button', { name: 'Ask for a transcript' }).press('Enter');
  await expect(
    mentor.page.getByText('Leo Okafor would like a transcript of this session.'),
  ).toBeVisible();
  await mentor.control('Agree').press('Enter');
  await expect(signOf(learner)).toHaveAccessibleName('Transcript, Scripted');
  await signOf(learner).press('Enter');
  const away = learner.page.getByRole('menuitem', { name: 'Off the record', exact: true });
  await expect(away).toBeFocused();
  await learner.page.keyboard.press('ArrowDown');
  await learner.page.keyboard.press('Enter');
  await expect(panel.getByText('You stopped the transcript.')).toBeVisible();
});

test('ROOM-18 FAIL-8 what was agreed to stands after a reload', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await bothAgree(mentor, learner);
  await chooses(learner, 'Off the record');
  await expect(signOf(mentor)).toHaveAccessibleName('Off the record');
  await learner.page.reload();
  await learner.joins();
  await expect(signOf(learner)).toHaveAccessibleName('Off the record');
  await chooses(learner, 'Go on the record');
  await expect(signOf(mentor)).toHaveAccessibleName('Transcript, Scripted');
});
