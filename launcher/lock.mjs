import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LauncherError, codeOf } from './launcher-error.mjs';
import { commandLineOf } from './orphans.mjs';
import { removeHome } from './postgres-account.mjs';

const lockName = 'launcher.lock';

/**
 * Makes sure that one launcher at a time works on a data folder.
 * @param {string} dataDir
 * @param {number} port
 * @returns {() => void} gives the lock back
 */
export function takeLock(dataDir, port) {
  const file = join(dataDir, lockName);
  const content = JSON.stringify({
    pid: process.pid,
    commandLine: commandLineOf(process.pid),
    port,
  });
  makeFolder(dataDir);
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(file, content, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      refuseIfHeld(file);
      if (attempt === 3) throw error;
      rmSync(file, { force: true });
    }
  }
}

/** @param {string} dataDir */
function makeFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch (error) {
    const why = codeOf(error) ?? String(error);
    throw new LauncherError(
      `${dataDir} cannot be written (${why}): start as the user who owns ${dirname(dataDir)}.`,
    );
  }
}

/** @param {string} file */
function refuseIfHeld(file) {
  let held;
  try {
    held = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return;
  }
  if (held.pid === process.pid || commandLineOf(held.pid) !== held.commandLine) return;
  throw new LauncherError(
    `PeerLearn already runs from this folder at http://localhost:${held.port} (process ` +
      `${held.pid}): use that one, or end it first with Ctrl-C in its terminal.`,
  );
}

/**
 * Removes everything in the data folder but the lock itself.
 * @param {string} dataDir
 */
export function emptyDataFolder(dataDir) {
  for (const name of readdirSync(dataDir)) {
    if (name !== lockName) removeHome(join(dataDir, name));
  }
}
