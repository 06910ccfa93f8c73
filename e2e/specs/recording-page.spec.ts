import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from '../support/browser-arguments.ts';
import { endSession, meet, test } from '../support/fixtures.ts';
import { framesOf, loudestOf } from '../support/media-probe.ts';
import { Recorder } from '../support/recorder.ts';

const folder = join(import.meta.dirname, '../../test-results/recorded');

test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [...browserArguments, '--auto-select-desktop-capture-source=Entire screen'],
  },
});

/** What ffmpeg finds in a file: its kinds of streams, how bright it is on the average, how loud at most. */
function examine(file: string) {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const probe = ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', file];
  const bright = ['-v', 'error', '-f', 'lavfi', '-i', `movie=${file},signalstats`];
  const entries = ['-show_entries', 'frame_tags=lavfi.signalstats.YAVG', '-of', 'csv=p=0'];
  const means = run('ffprobe', ...bright, ...entries)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [Number.parseFloat(line)]));
  return {
    kinds: run('ffprobe', ...probe)
      .trim()
      .split('\n'),
    means,
  };
}

test('ROOM-18 the page that Egress records shows both, moving and heard, and what is shared', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await mentor.sees(stack.learner);
  const recorder = await Recorder.open(stack, sessionId);
  const { page } = recorder;
  await expect.poll(() => recorder.words).toEqual(['START_RECORDING']);
  for (const { name } of [stack.mentor, stack.learner]) {
    const video = page.getByLabel(`Video of ${name}`);
    await expect(video).toBeVisible();
    const before = await framesOf(video);
    await expect.poll(() => framesOf(video)).toBeGreaterThan(before + 1);
    const person = page.locator('figure').filter({ hasText: name });
    await expect(person).toHaveCount(1);
    await expect.poll(() => loudestOf(person.locator('audio'))).toBeGreaterThan(0.01);
  }
  await expect(page.locator('figure.large')).toHaveCount(1);
  // Nobody sees who only records.
  await mentor.expectPhase('IN_PROGRESS');
  await expect(mentor.page.getByText('You are in this session on another page too.')).toBeHidden();

  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'speaker.png') });
  const file = join(folder, 'page.webm');
  await writeFile(file, await recorder.records(4));
  const { kinds, means } = examine(file);
  expect(kinds.sort()).toEqual(['audio', 'video']);
  expect(means.length).toBeGreaterThan(8);
  expect(Math.min(...means)).toBeGreaterThan(40);

  await mentor.control('Share screen').click();
  const screen = page.getByLabel(`Screen of ${stack.mentor.name}`);
  await expect(screen).toBeVisible();
  await expect.poll(() => framesOf(screen)).toBeGreaterThan(1);
  await expect(page.locator('figure')).toHaveCount(2);
  await expect(page.locator('figure.large')).toHaveCount(0);
  await page.screenshot({ path: join(folder, 'shared.png') });

  await endSession(mentor, sessionId);
  await expect.poll(() => recorder.words).toEqual(['START_RECORDING', 'END_RECORDING']);
  expect(recorder.complaints).toEqual([]);
  await recorder.goes();
});

test('ROOM-18 the page that Egress records works without TLS, by a name within the house', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  const recorder = await Recorder.open(stack, sessionId, 'api');
  await expect.poll(() => recorder.words).toEqual(['START_RECORDING']);
  const video = recorder.page.getByLabel(`Video of ${stack.mentor.name}`);
  await expect.poll(() => framesOf(video)).toBeGreaterThan(5);
  // Somebody mutes, and speaks no more.
  await mentor.control(/^Mute/).click();
  const person = recorder.page.locator('figure').filter({ hasText: stack.mentor.name });
  await expect(person.locator('figcaption pl-icon')).toBeVisible();
  expect(recorder.complaints).toEqual([]);
  await recorder.goes();
});
