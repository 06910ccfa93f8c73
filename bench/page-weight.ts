import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { Person } from '../e2e/support/person.ts';
import type { Stack } from '../e2e/support/stack.ts';
import { openBrowser } from './browsers.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inKiB } from './figures.ts';
import type { Setting } from './row.ts';

const built = join(import.meta.dirname, '../dist/web/browser');

/** The JavaScript that a browser with an empty cache asks for until the page works, gzipped, page by page. */
export async function pageWeight({ stack }: Setting): Promise<readonly Figure[]> {
  const dashboard = await weighDashboard(stack);
  const session = await weighSession(stack);
  return [
    figure('sign-in and dashboard', dashboard, 130),
    figure('pre-join', session.preJoin, 250),
    figure('room in all', session.room, 300),
    figure('the same with what it fetches afterwards, ahead of being opened', session.later, null),
  ];
}

function figure(page: string, bytes: number, reach: number | null): Figure {
  const what = `JavaScript to load, gzip: ${page}`;
  const most = reach === null ? '' : `≤ ${String(reach)} KiB`;
  return { what, measured: inKiB(bytes), bare: '', ratio: '', reach: most };
}

/** With no session that is about to start, whose page would be loaded ahead. */
async function weighDashboard(stack: Stack): Promise<number> {
  const browser = await openBrowser();
  try {
    const person = await Person.arrive(browser, stack.learner, stack.url);
    const scripts = scriptsOf(person.page);
    await person.signIn();
    await person.page.waitForLoadState('networkidle');
    return await gzipped(scripts);
  } finally {
    await browser.close();
  }
}

async function weighSession(stack: Stack): Promise<Record<'preJoin' | 'room' | 'later', number>> {
  const mentor = await ApiClient.signIn(stack, stack.mentor);
  const sessionId = await planSession(mentor, stack);
  const browser = await openBrowser();
  try {
    const person = await Person.arrive(browser, stack.learner, stack.url);
    await person.signIn();
    // A new page of the same person begins with an empty cache of its own count.
    const page = await person.newTab();
    const scripts = scriptsOf(page);
    await page.goto(`/session/${sessionId}`);
    await expect(page.getByRole('button', { name: /^Join Now/ })).toBeEnabled({ timeout: 20_000 });
    const preJoin = await scriptsUntil(page, previewMoves);
    // The time in which a person looks at themselves; the page makes ready meanwhile.
    await expect.poll(() => [...scripts].some(isOfRoom)).toBe(true);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /^Join Now/ }).click();
    const room = await scriptsUntil(page, isInCall);
    await expect(page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
    await expect.poll(() => [...scripts].some(isOfEnd)).toBe(true);
    await page.waitForLoadState('networkidle');
    return {
      preJoin: await gzipped(preJoin),
      room: await gzipped(room),
      later: await gzipped(scripts),
    };
  } finally {
    await browser.close();
    await endSession(mentor, sessionId);
  }
}

const isOfRoom = (name: string): boolean => name.startsWith('livekit-room-');
const isOfEnd = (name: string): boolean => name.startsWith('end-screen-');

/** In the page: whether the person sees themselves. */
function previewMoves(): boolean {
  const video = document.querySelector('video');
  return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 0;
}

/** In the page: whether the call stands. */
function isInCall(): boolean {
  return document.querySelector('pl-room')?.getAttribute('data-state') === 'connected';
}

/** The scripts that the page had asked for when it first was so; looked at with every frame. */
async function scriptsUntil(page: Page, isSo: () => boolean): Promise<ReadonlySet<string>> {
  await page.waitForFunction(isSo, undefined, { timeout: 30_000 });
  const paths = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  return new Set(paths.filter((path) => path.endsWith('.js')).map((path) => basename(path)));
}

/** The names of the scripts that the page asks for from now on. */
function scriptsOf(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) names.add(basename(pathname));
  });
  return names;
}

async function gzipped(names: ReadonlySet<string>): Promise<number> {
  if (names.size === 0) throw new Error('the page asked for no script');
  const sizes = await Promise.all(
    [...names].map(async (name) => {
      const script = await readFile(join(built, name));
      return (await promisify(gzip)(script)).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
