import { type BrowserContext, expect, type Page } from '@playwright/test';
import { Person } from '../e2e/support/person.ts';
import type { Account, Stack } from '../e2e/support/stack.ts';
import { serveBarePage } from './bare-page.ts';
import { openTwo } from './browsers.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs, percentile, ratio } from './figures.ts';
import type { Setting } from './row.ts';
import { accessOf, type Access } from './second-person.ts';

const usualTimes = 15;
const lookMs = 4000;
const reach = { 0.5: '≤ 0.8 × bare', 0.95: '≤ 500 ms' } as const;

declare global {
  interface Window {
    /** Instants of this page, in milliseconds: of the press, and of the other's first picture. */
    pressedAt?: number;
    firstPicture?: Promise<number>;
  }
}

/** From the press on Join to the other's first picture, beside a page that connects on the press. */
export async function firstPicture({ stack, times }: Setting): Promise<readonly Figure[]> {
  await using browsers = await openTwo();
  await using bare = await serveBarePage();
  const learner = await Person.arrive(browsers.one, stack.learner, stack.url);
  const mentor = await Person.arrive(browsers.other, stack.mentor, stack.url);
  await learner.signIn();
  await mentor.signIn();
  const bareOnes = [await browsers.one.newContext(), await browsers.other.newContext()] as const;
  const clients = await Promise.all(
    [stack.learner, stack.mentor].map((one) => ApiClient.signIn(stack, one)),
  );
  const samples: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  // The first of each fills the caches.
  for (let index = 0; index <= (times ?? usualTimes); index += 1) {
    const own = await inSession(stack, (id) => joinApp(learner, mentor, id));
    const beside = await inSession(stack, (id) => joinBare(bareOnes, bare.url, { clients, id }));
    if (index === 0) continue;
    samples.ours.push(own);
    samples.bare.push(beside);
  }
  return ([0.5, 0.95] as const).map((share) => {
    const [a, b] = [percentile(samples.ours, share), percentile(samples.bare, share)];
    return {
      what: `Join pressed → first remote picture, p${String(share * 100)}`,
      measured: inMs(a),
      bare: `livekit-client page ${inMs(b)}`,
      ratio: ratio(a, b),
      reach: reach[share],
    };
  });
}

/** Measures in a session of its own, which is ended afterwards. */
async function inSession(
  stack: Stack,
  work: (sessionId: string) => Promise<number>,
): Promise<number> {
  const mentor = await ApiClient.signIn(stack, stack.mentor);
  const sessionId = await planSession(mentor, stack);
  try {
    return await work(sessionId);
  } finally {
    await endSession(mentor, sessionId);
  }
}

/** The first one is in the room; the second one has looked at the preview and presses. */
async function joinApp(first: Person, second: Person, sessionId: string): Promise<number> {
  await first.opens(sessionId);
  await first.joins();
  await second.opens(sessionId);
  const join = second.page.getByRole('button', { name: /^Join Now/ });
  await expect(join).toBeEnabled({ timeout: 20_000 });
  await expect.poll(() => previewMoves(second.page)).toBe(true);
  // The time in which a person looks at themselves; the page makes ready meanwhile.
  await second.page.waitForTimeout(lookMs);
  await watchFor(second.page, first.account);
  await join.evaluate((button) => {
    window.pressedAt = performance.now();
    (button as HTMLButtonElement).click();
  });
  const ms = await second.page.evaluate(
    async () => ((await window.firstPicture) ?? NaN) - (window.pressedAt ?? NaN),
  );
  await Promise.all([first, second].map(({ page }) => page.goto('about:blank')));
  return ms;
}

async function previewMoves(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const video = document.querySelector('video');
    return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 3;
  });
}

/** Lets the page notice by itself when the other's picture is shown for the first time. */
async function watchFor(page: Page, { name }: Account): Promise<void> {
  await page.evaluate((label) => {
    window.firstPicture = new Promise((resolve) => {
      const look = () => {
        const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
        if (!video) return;
        watching.disconnect();
        video.requestVideoFrameCallback(() => {
          resolve(performance.now());
        });
      };
      const watching = new MutationObserver(look);
      watching.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
  }, `Video of ${name}`);
}

async function joinBare(
  contexts: readonly [BrowserContext, BrowserContext],
  url: string,
  { clients, id }: { readonly clients: readonly ApiClient[]; readonly id: string },
): Promise<number> {
  const [access, ...more] = await Promise.all(clients.map((client) => accessOf(client, id)));
  const pages = await Promise.all(contexts.map((context) => preparedPage(context, url)));
  const [first, second] = pages;
  const last = more[0];
  if (!first || !second || !access || !last) throw new Error('two people are needed');
  await enterRoom(first, access);
  const ms = await second.evaluate(([to, by]) => window.pressJoin(to, by), [
    last.url,
    last.token,
  ] as const);
  await Promise.all(pages.map((page) => page.close()));
  return ms;
}

async function preparedPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => window.prepare());
  return page;
}

async function enterRoom(page: Page, { url, token }: Access): Promise<void> {
  await page.evaluate(([to, by]) => window.enter(to, by), [url, token] as const);
}
