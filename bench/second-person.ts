import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Stack } from '../e2e/support/stack.ts';
import { endSession } from './chat-latency.ts';
import { ApiClient, planSession } from './client.ts';
import { type Figure, inMs, percentile } from './figures.ts';

const counted = 20;

interface Access {
  readonly url: string;
  readonly token: string;
}

/** From the second person's entering the room to the news of it at both subscriptions. */
export async function secondPerson(
  stack: Stack,
  browser: Browser,
  bareUrl: string,
): Promise<readonly Figure[]> {
  const mentor = await ApiClient.signIn(stack, stack.mentor);
  const learner = await ApiClient.signIn(stack, stack.learner);
  const samples: number[] = [];
  for (let index = 0; index < counted; index += 1) {
    const sessionId = await planSession(mentor, stack);
    const [first, second] = await Promise.all([
      barePage(browser, bareUrl),
      barePage(browser, bareUrl),
    ]);
    const started = Promise.all([startOf(mentor, sessionId), startOf(learner, sessionId)]);
    await enter(first, await accessOf(mentor, sessionId));
    const { connectedAt } = await enter(second, await accessOf(learner, sessionId));
    samples.push(Math.max(...(await started)) - connectedAt);
    await Promise.all([first.context().close(), second.context().close()]);
    await endSession(mentor, sessionId);
  }
  const what = 'second person in the room → both told IN_PROGRESS';
  const reached = (share: number) => inMs(percentile(samples, share));
  const none = { beside: '', ratio: '' };
  return [
    { what: `${what}, p50`, ours: reached(0.5), ...none, reach: '' },
    { what: `${what}, p95`, ours: reached(0.95), ...none, reach: '≤ 300 ms' },
  ];
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
export async function barePage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => window.prepare());
  return page;
}

export async function enter(page: Page, { url, token }: Access): Promise<{ connectedAt: number }> {
  return await page.evaluate(([to, by]) => window.enter(to, by), [url, token] as const);
}
