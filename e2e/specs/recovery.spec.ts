import { expect } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';
import { framesOf } from '../support/media-probe.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import { SessionRecord } from '../support/session-record.ts';
import type { Stack } from '../support/stack.ts';

/** What the room says while the API does not answer. */
const isOffline = /Network issues detected|Chat and status are offline/;

const clockQuery = `query ($id: ID!) { session(id: $id) {
  actualStart actualEnd outcome clock { activeMs } } }`;

interface Ended {
  readonly session: {
    readonly actualStart: string;
    readonly actualEnd: string;
    readonly clock: { readonly activeMs: number };
  };
}

/** What Prometheus is shown of PeerLearn. */
async function counted({ url }: Stack, metric: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  const line = lines.find((one) => one.startsWith(`peerlearn_${metric} `));
  return Number(line?.split(' ').at(-1));
}

test.beforeEach(async ({ mentor, learner, sessionId }) => {
  await meet(mentor, learner, sessionId);
});

test('FAIL-12 FAIL-13 LIFE-9 ROOM-7 the API is killed in mid-call: the call goes on, no time and no line is lost', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await mentor.writes('Before');
  await expect(learner.line('Before')).toBeVisible();

  const stage = learner.page.getByRole('region', { name: 'Video', exact: true });
  const place = await stage.boundingBox();
  await stack.api.kill();
  await expect(learner.page.getByText(isOffline)).toBeVisible();
  // What is said lies over the picture and moves nothing.
  expect(await stage.boundingBox()).toEqual(place);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await learner.writes('Meanwhile');
  await mentor.writes('I write too');
  await expect(learner.line('Meanwhile')).toBeVisible();
  await stack.api.start();

  for (const person of [mentor, learner]) {
    await expect(person.page.getByText(isOffline)).toBeHidden({
      timeout: 30_000,
    });
  }
  for (const person of [mentor, learner]) {
    await person.sendsAgain();
  }
  for (const text of ['Before', 'Meanwhile', 'I write too']) {
    await expect(mentor.line(text)).toHaveCount(1);
    await expect(learner.line(text)).toHaveCount(1);
  }
  expect([...(await record.lines())].sort()).toEqual(['Before', 'I write too', 'Meanwhile']);
  // What each page could not tell while the API was away it told afterwards.
  await expect.poll(() => record.recoveries()).toEqual(['SOCKET', 'SOCKET']);

  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  await expect(learner.heading('Session has ended')).toBeVisible();
  expect(await record.turnTypes()).toEqual(['SESSION_WAITING', 'SESSION_STARTED', 'SESSION_ENDED']);
  const { session } = await mentor.ask<Ended>(clockQuery, { id: sessionId });
  const length = Date.parse(session.actualEnd) - Date.parse(session.actualStart);
  expect(Math.abs(session.clock.activeMs - length)).toBeLessThan(1000);
});

test('FAIL-12 FAIL-9 FAIL-13 LIFE-2 the media server is killed in mid-call: both are back without a reload, as one interruption, and the operator sees why', async ({
  browser,
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  for (const person of [mentor, learner]) await person.marksPage();

  const killedAt = Date.now();
  await stack.media.kill();
  for (const person of [mentor, learner]) {
    await expect(person.page.getByText("We're reconnecting you. Hang tight!")).toBeVisible();
  }
  await expect.poll(() => record.turnTypes()).toContain('SESSION_PAUSED');
  await stack.media.start();

  // For either it goes on when both are back, and whoever comes second waits longest between tries.
  await Promise.all([mentor, learner].map((person) => person.expectPhase('IN_PROGRESS', 60_000)));
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await mentor.hears();
  for (const person of [mentor, learner]) expect(await person.isSamePage()).toBe(true);

  const turns = await record.turns();
  expect(turns.map(({ type }) => type)).toEqual([
    'SESSION_WAITING',
    'SESSION_STARTED',
    'SESSION_PAUSED',
    'SESSION_RESUMED',
  ]);
  // The pause is dated back to about when the server died, however late that was noticed.
  expect(Math.abs((turns[2]?.at ?? 0) - killedAt)).toBeLessThan(5000);

  const operator = await Person.arrive(browser, await stack.addPerson('Ada', 'ADMIN'), stack.url);
  await operator.signIn();
  await operator.page.goto(`/operator/session/${sessionId}`);
  const happened = operator.page.getByRole('list', { name: 'What happened' });
  for (const { name } of [stack.mentor, stack.learner]) {
    const turn = (text: RegExp) => happened.getByRole('listitem').filter({ hasText: text });
    await expect(turn(new RegExp(`^${name} lost picture and sound`))).toHaveCount(1);
    const back = new RegExp(`^${name} had picture and sound again after \\d+\\.\\d s`);
    await expect(turn(back)).toHaveCount(1);
  }
  await expectGoodPage(operator.page, 'the timeline of a session with failures');
  expect(await counted(stack, 'recovery_duration_seconds_count{kind="MEDIA_CONNECTION"}')).toBe(2);
  expect(operator.complaints).toEqual([]);
  await operator.goes();
});

test('FAIL-5 FAIL-6 FAIL-7 FAIL-13 LIFE-3 a closed tab pauses the session for the other, and coming back resumes it', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await learner.sees(stack.mentor);
  await mentor.closesTab();
  await learner.expectPhase('PAUSED');
  await expect(learner.page.getByText('Mentor disconnected, please wait...')).toBeVisible();
  await learner.writes('Are you there?');
  await mentor.page.goto('/');
  const offer = mentor.page.getByRole('region', { name: 'Your session', exact: true });
  await expect(offer).toContainText('You left the session. Want to rejoin?');
  await offer.getByRole('link', { name: 'Rejoin' }).click();
  await expect(mentor.page).toHaveURL(`/session/${sessionId}`);
  await expect(mentor.page.getByText('You left the session. Want to rejoin?')).toBeVisible();
  await expect(learner.page.getByText('Mentor rejoining...')).toBeVisible();
  const pictures = await counted(stack, 'first_picture_seconds_count');
  await mentor.joins();
  await learner.expectPhase('IN_PROGRESS');
  await mentor.sees(stack.learner);
  await expect.poll(() => counted(stack, 'first_picture_seconds_count')).toBe(pictures + 1);
  const video = learner.page.getByLabel(`Video of ${stack.mentor.name}`);
  await expect.poll(() => framesOf(video)).toBeGreaterThan(5);
  const card = mentor.page.getByRole('region', { name: 'While you were gone' });
  await card.getByRole('button', { name: '1 message' }).click();
  await expect(mentor.page.getByRole('log').getByText('Are you there?')).toBeInViewport();
  await expect(card).toBeHidden();
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  expect(await record.turnTypes()).toEqual([
    'SESSION_WAITING',
    'SESSION_STARTED',
    'SESSION_PAUSED',
    'SESSION_RESUMED',
  ]);
});
