import { writeFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { meet, test as base } from '../support/fixtures.ts';
import type { Person } from '../support/person.ts';
import { fileFacts } from '../support/recorded-file.ts';
import { Stack } from '../support/stack.ts';
import { changeTone, giveTone, tonesIn } from '../support/tone.ts';

/** A PeerLearn that records in the mentor's browser. */
const test = base.extend<object, { stack: Stack }>({
  stack: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using stack = await Stack.start();
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** What the learner says on the record, and what off it. */
const onRecord = 440;
const offRecord = 1760;
/** Nobody hears a tone as quiet as this beside the other one. */
const inaudible = 0.01;
const audible = 0.05;

/** What the recording browser drops before a pause: a piece of its own length, and what was not written yet. */
const lossMs = 9000;
/** So far the times of the server and of a file may be apart. */
const clocksMs = 1000;

interface Part {
  readonly startedAt: string;
  readonly endedAt: string;
}

interface Told {
  readonly session: {
    readonly recording: {
      readonly status: string;
      readonly parts: readonly Part[];
    } | null;
    readonly consents: readonly {
      readonly kind: string;
      readonly spans: readonly { readonly from: string; readonly to: string | null }[];
    }[];
  };
}

const asked = `query ($id: ID!) { session(id: $id) {
  recording { status parts { startedAt endedAt } }
  consents { kind spans { from to } } } }`;

async function told(person: Person, sessionId: string): Promise<Told['session']> {
  return (await person.ask<Told>(asked, { id: sessionId })).session;
}

function signOf({ page }: Person): Locator {
  return page.locator('pl-consent-sign').getByRole('button');
}

async function chooses(person: Person, choice: string): Promise<void> {
  await signOf(person).click();
  await person.page.getByRole('menuitem', { name: choice, exact: true }).click();
}

async function asksToRecord(person: Person): Promise<void> {
  await person.control(/^More/).click();
  await person.page.getByRole('menuitem', { name: 'Record this session' }).click();
}

/** Counts the pieces that reach the server from now on, over all pages of the person. */
function piecesOf({ context }: Person): { readonly count: () => number } {
  let count = 0;
  context.on('response', (response) => {
    const isPiece = /\/recordings\/parts\/[^/]+\/\d+$/.test(response.url());
    if (isPiece && response.status() === 204) count++;
  });
  return { count: () => count };
}

/** Resolves when so many more pieces are at the server. */
async function more(pieces: { readonly count: () => number }, many: number): Promise<void> {
  const before = pieces.count();
  await expect.poll(pieces.count, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + many);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spansOf(consents: Told['session']['consents']): readonly Span[] {
  const ofRecording = consents.filter(({ kind }) => kind === 'RECORDING');
  return ofRecording
    .flatMap((consent) => consent.spans)
    .map(({ from, to }) => ({
      from: Date.parse(from),
      to: to === null ? Infinity : Date.parse(to),
    }));
}

/** The file of a part has picture and sound, lasts as long as it should, and holds nothing off the record. */
async function expectOnRecord(of: {
  readonly learner: Person;
  readonly url: string;
  readonly path: string;
  readonly part: Part;
  readonly spans: readonly Span[];
}): Promise<void> {
  const { learner, url, path, part, spans } = of;
  await writeFile(path, await (await learner.context.request.get(url)).body());
  const { kinds, seconds } = await fileFacts(path);
  expect(kinds).toEqual(['audio', 'video']);
  const [from, to] = [Date.parse(part.startedAt), Date.parse(part.endedAt)];
  const span = spans.find((one) => from >= one.from - clocksMs && from <= one.to);
  const lasts = seconds * 1000;
  expect(lasts).toBeLessThan(to - from + clocksMs);
  expect(lasts).toBeGreaterThan(Math.max(2000, to - from - lossMs));
  expect(from + lasts).toBeLessThanOrEqual((span?.to ?? 0) + clocksMs);
  const [said = 0, notSaid = 1] = await tonesIn(learner.page, url, [onRecord, offRecord]);
  expect(said).toBeGreaterThan(audible);
  expect(notSaid).toBeLessThan(inaudible);
}

test('ROOM-18 ROOM-12 LIFE-8 both agree, and find after the session what was on the record, and nothing else', async ({
  mentor,
  learner,
  sessionId,
}, testInfo) => {
  test.setTimeout(300_000);
  await giveTone(learner.context, onRecord);
  const pieces = piecesOf(mentor);
  await meet(mentor, learner, sessionId);
  await asksToRecord(mentor);
  await expect(
    learner.page.getByText('Maya Lindqvist would like to record this session.'),
  ).toBeVisible();
  await learner.control('Agree').click();
  for (const person of [mentor, learner]) {
    await expect(signOf(person)).toHaveAccessibleName('Recording');
  }
  await more(pieces, 2);

  await test.step('off the record and on again', async () => {
    await chooses(learner, 'Off the record');
    for (const person of [mentor, learner]) {
      await expect(signOf(person)).toHaveAccessibleName('Off the record');
    }
    await changeTone(learner.page, offRecord);
    await mentor.hears();
    await changeTone(learner.page, onRecord);
    await mentor.hears();
    await chooses(learner, 'Go on the record');
    await expect(signOf(mentor)).toHaveAccessibleName('Recording');
    await more(pieces, 1);
  });

  await test.step('the network is cut', async () => {
    await mentor.context.setOffline(true);
    // After some attempts, which is some seconds of what is recorded here and not sent.
    await expect(mentor.control('Reconnect')).toBeVisible();
    await mentor.context.setOffline(false);
    await more(pieces, 2);
  });

  await test.step('the page is reloaded', async () => {
    await mentor.page.reload();
    await mentor.joins();
    await expect(signOf(mentor)).toHaveAccessibleName('Recording');
    await more(pieces, 2);
  });

  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  for (const { page } of [mentor, learner]) {
    await expect(page.getByRole('heading', { name: 'Recording', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Download Part 3' })).toBeVisible({
      timeout: 60_000,
    });
  }

  await test.step('the files hold what was on the record alone', async () => {
    const { recording, consents } = await told(learner, sessionId);
    expect(recording?.status).toBe('READY');
    const spans = spansOf(consents);
    expect(spans.length).toBe(2);
    const links = learner.page.getByRole('link', { name: /^Download Part/ });
    const parts = recording?.parts ?? [];
    expect(await links.count()).toBe(parts.length);
    for (const [index, part] of parts.entries()) {
      const url = (await links.nth(index).getAttribute('href')) ?? '';
      const path = testInfo.outputPath(`part-${String(index + 1)}`);
      await expectOnRecord({ learner, url, path, part, spans });
    }
  });

  await learner.control('Play Part 1').click();
  const video = learner.page.getByLabel('Part 1', { exact: true });
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(1);
  await learner.page.getByRole('link', { name: 'Back to Dashboard' }).click();
  await learner.page.getByRole('link', { name: /^Recording of Systems/ }).click();
  await expect(learner.page.getByRole('link', { name: 'Download Part 1' })).toBeVisible();
});
