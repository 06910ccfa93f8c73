import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** @type {WeakMap<import('node:test').TestContext, (() => unknown)[]>} */
const cleanups = new WeakMap();

/**
 * Undoes something at the end of a test, the last thing first.
 * @param {import('node:test').TestContext} test
 * @param {() => unknown} undo
 */
export function finallyDo(test, undo) {
  const known = cleanups.get(test);
  if (known) {
    known.push(undo);
    return;
  }
  const all = [undo];
  cleanups.set(test, all);
  test.after(async () => {
    for (let next = all.pop(); next; next = all.pop()) await next();
  });
}

/**
 * A folder of its own for one test, gone afterwards.
 * @param {import('node:test').TestContext} test
 * @param {string} [place]
 */
export function scratchFolder(test, place = tmpdir()) {
  const folder = mkdtempSync(join(place, 'peerlearn-launcher-'));
  chmodSync(folder, 0o755);
  finallyDo(test, () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs a program of another process that starts things and prints one line of JSON when they run.
 * @param {import('node:test').TestContext} test
 * @param {string} source
 * @returns {Promise<{ told: any, killOwner: () => Promise<void> }>}
 */
export async function ownerProcess(test, source) {
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => owner.once('exit', resolve));
  const killOwner = async () => {
    owner.kill('SIGKILL');
    await ended;
  };
  finallyDo(test, killOwner);
  const lines = createInterface({ input: owner.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    owner.once('exit', () => reject(new Error('the owner ended before it told anything')));
  });
  return { told: JSON.parse(line), killOwner };
}

/**
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<any[]>}
 */
export async function query(url, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** @param {string} name file of the launcher */
export function launcherUrl(name) {
  return new URL(`../${name}`, import.meta.url).href;
}
