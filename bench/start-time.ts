import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitUntil } from '../launcher/processes.mjs';
import { type Figure, inMs, percentile } from './figures.ts';
import type { Setting } from './row.ts';

const root = join(import.meta.dirname, '..');
const usualTimes = 3;
const longestStartMs = 60_000;
const copied = [
  'launcher',
  'livekit.yaml',
  'package.json',
  'package-lock.json',
  'dist/api',
  'dist/web',
];
const linked = ['node_modules', '.cache', 'api', 'frontend', 'angular.json', 'tsconfig.json'];

/** From `npm start` to an answered first page, where everything is built and was started before. */
export async function startTime({ times }: Setting): Promise<readonly Figure[]> {
  const checkout = await mkdtemp(join(tmpdir(), 'peerlearn-bench-'));
  try {
    await fill(checkout);
    await start(checkout);
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

/** A checkout of its own, so that nobody's data are touched; it is built, because this one is. */
async function fill(checkout: string): Promise<void> {
  for (const name of copied) {
    await cp(join(root, name), join(checkout, name), { recursive: true });
  }
  for (const name of linked) await symlink(join(root, name), join(checkout, name));
  const { builds, stampFile, stampOf } = (await import(
    join(checkout, 'launcher/prepare.mjs')
  )) as Prepare;
  for (const build of builds) await writeFile(stampFile(build.name), stampOf(build));
}

interface Prepare {
  readonly builds: readonly { readonly name: string }[];
  readonly stampFile: (name: string) => string;
  readonly stampOf: (build: { readonly name: string }) => string;
}

/** Starts, waits for the first page, and ends in order. */
async function start(checkout: string): Promise<number> {
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
      timeoutMs: longestStartMs,
      everyMs: 25,
      giveUp: ended.then(() => {
        throw new Error('npm start ended');
      }),
    });
    return performance.now() - startedAt;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
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
