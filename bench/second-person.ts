import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { serveBarePage } from './bare-page.ts';
import { openTwo } from './browsers.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs, percentile } from './figures.ts';
import type { Setting } from './row.ts';

const usualTimes = 20;

export interface Access {
  readonly url: string;
  readonly token: string;
}

/** From the second person's entering the room to the news of it at both subscriptions. */
export async function secondPerson({ stack, times }: Setting): Promise<readonly Figure[]> {
  await using browsers = await openTwo();
  await using bare = await serveBarePage();
  const mentor = await ApiClient.signIn(stack, stack.mentor);
  const learner = await ApiClient.signIn(stack, stack.learner);
  const samples: number[] = [];
  for (let index = 0; index < (times ?? usualTimes); index += 1) {
    const sessionId = await planSession(mentor, stack);
    const [first, second] = await Promise.all([
      barePage(browsers.one, bare.url),
      barePage(browsers.other, bare.url),
    ]);
    const started = Promise.all([startOf(mentor, sessionId), startOf(learner, sessionId)]);
    await enter(first, await accessOf(mentor, sessionId));
    const { connectedAt } = await enter(second, await accessOf(learner, sessionId));
    samples.push(Math.max(...(await started)) - connectedAt);
    await Promise.all([first.context().close(), second.context().close()]);
    await endSession(mentor, sessionId);
  }
  return ([0.5, 0.95] as const).map((share) => ({
    what: `second person in the room → both told IN_PROGRESS, p${String(share * 100)}`,
    measured: inMs(percentile(samples, share)),
    bare: '',
    ratio: '',
    reach: share === 0.95 ? '≤ 300 ms' : '',
  }));
}

/** The instant at which a person's subscription says that the session is in progress. */
async function startOf(client: ApiClient, sessionId: string): Promise<number> {
  const socket = client.socket();
  const changes = socket.iterate<{ sessionChanges: { session: { clock: { phase: string } } } }>({
    query: `subscription ($sessionId: ID!) {
      sessionChanges(sessionId: $sessionId) { session { id clock { phase } } } }`,
    variables: { sessionId },
  });
  for await (const { data } of changes) {
    if (data?.sessionChanges.session.clock.phase === 'IN_PROGRESS') break;
  }
  const at = performance.timeOrigin + performance.now();
  await socket.dispose();
  return at;
}

export async function accessOf(client: ApiClient, sessionId: string): Promise<Access> {
  const { joinSession } = await client.ask<{ joinSession: Access }>(
    `mutation ($input: JoinSessionInput!) {
      joinSession(input: $input) { ... on MediaAccess { url token } } }`,
    { input: { sessionId, connectionId: randomUUID() } },
  );
  return joinSession;
}

/** The bare page in a browser of its own, with camera and microphone taken. */
async function barePage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => window.prepare());
  return page;
}

async function enter(page: Page, { url, token }: Access): Promise<{ connectedAt: number }> {
  return await page.evaluate(([to, by]) => window.enter(to, by), [url, token] as const);
}
