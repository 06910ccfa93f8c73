import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Interrupted, LauncherError } from './launcher-error.mjs';
import { repoRoot } from './paths.mjs';

/** @typedef {import('./chromium.mjs').ChromiumOptions} ChromiumOptions */

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Finds a Chromium, or gets one: CHROMIUM_PATH, the system's, the system's package manager where
 * it may be used, Playwright's own download.
 * @param {ChromiumOptions} [options]
 * @returns {Promise<string>} its path
 */
export async function findChromium({ install = true, onProgress, signal } = {}) {
  const present = given() || onSystem() || (await ofPlaywright());
  if (present) return present;
  if (install) {
    for (const obtain of [installWithApt, downloadWithPlaywright]) {
      const path = await obtain({ onProgress, signal });
      if (path) return path;
    }
  }
  throw new LauncherError(
    'No Chromium was found: install it (on Debian `apt-get install chromium`), or set ' +
      'CHROMIUM_PATH to one.',
  );
}

function given() {
  const path = process.env['CHROMIUM_PATH'];
  if (path && !existsSync(path)) {
    throw new LauncherError(`CHROMIUM_PATH names ${path}, and there is no such file.`);
  }
  return path;
}

function onSystem() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = usualNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...usualPlaces].find((path) => existsSync(path));
}

async function ofPlaywright() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Pick<ChromiumOptions, 'onProgress' | 'signal'>} options
 * @returns {Promise<string | undefined>}
 */
async function installWithApt({ onProgress, signal }) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const steps = [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']];
  for (const args of steps) {
    onProgress?.(`apt-get ${args[0]}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const isDone = await succeeds({ command: 'apt-get', args, env, signal, onLine: onProgress });
    if (!isDone) return undefined;
  }
  return onSystem();
}

/**
 * @param {Pick<ChromiumOptions, 'onProgress' | 'signal'>} options
 * @returns {Promise<string | undefined>}
 */
async function downloadWithPlaywright({ onProgress, signal }) {
  try {
    const manifest = createRequire(join(repoRoot, 'package.json')).resolve(
      'playwright-core/package.json',
    );
    const args = [join(manifest, '..', 'cli.js'), 'install', 'chromium'];
    onProgress?.('downloading the one of Playwright');
    await succeeds({ command: process.execPath, args, signal, onLine: onProgress });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return undefined;
  }
  return ofPlaywright();
}

/** @param {import('./processes.mjs').CommandOptions} options */
async function succeeds(options) {
  return (await runCommand({ ...options, timeoutMs: 10 * 60_000 })).code === 0;
}
