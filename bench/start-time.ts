import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitUntil } from '../launcher/processes.mjs';
import { type Figure, inMs, percentile } from './figures.ts';
import type { Setting } from './row.ts';

const root = join(import.meta.dirname, '..');
const usualTimes = 3;
const longestStartMs = 60_000;
const longestBuildMs = 240_000;
const copied = ['launcher', 'livekit.yaml', 'package.json', 'package-lock.json'].concat([
  'api',
  'frontend',
  'schema',
  'angular.json',
  'tsconfig.json',
]);
const linked = ['node_modules', '.cache'];

/** From `npm start` to an answered first page, where everything is built and was started before. */
export async function startTime({ times }: Setting): Promise<readonly Figure[]> {
  const checkout = await mkdtemp(join(tmpdir(), 'peerlearn-bench-'));
  try {
    await fill(checkout);
    // The first one builds, and makes the database.
    await start(checkout, longestBuildMs);
    const samples: number[] = [];
    for (let index = 0; index < (times ?? usualTimes); index += 1) {
      samples.push(await start(checkout));
    }
    const measured = inMs(percentile(samples, 0.5));
    const what = '`npm start` to first page, second run';
    return [{ what, measured, bare: '', ratio: '', reach: '≤ 10 s' }];
  } finally {
    await rm(checkout, { recursive: true, force: true });
  }
}

/** A checkout of its own, so that nobody's data are touched. */
async function fill(checkout: string): Promise<void> {
  for (const name of copied) {
    await cp(join(root, name), join(checkout, name), { recursive: true });
  }
  for (const name of linked) await symlink(join(root, name), join(checkout, name));
}

/** Starts, waits for the first page, and ends in order. */
async function start(checkout: string, timeoutMs = longestStartMs): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port)], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  try {
    await waitUntil(() => isServed(`http://127.0.0.1:${String(port)}/sign-in`), {
      what: 'the first page',
      timeoutMs,
      everyMs: 25,
      giveUp: ended.then(() => {
        throw new Error('npm start ended');
      }),
    });
    return performance.now() - startedAt;
  } finally {
    const { pid } = child;
    if (pid !== undefined) await endGroup(pid);
    await ended;
  }
}

/** Ends npm and the launcher behind it, and waits for both: npm does not wait for what it starts. */
async function endGroup(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  await waitUntil(() => !signal(pid, 0), { what: 'the end of npm start', timeoutMs: 30_000 });
}

/** Whether there was anybody to hear it. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

async function isServed(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return answer.ok && (await answer.text()).includes('<pl-app');
  } catch {
    return false;
  }
}
