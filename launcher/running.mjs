import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf } from './orphans.mjs';

/** What another program of this checkout has to know to work on the same installation. */
const names = [
  'DATABASE_URL',
  'LIVEKIT_URL',
  'LIVEKIT_API_KEY',
  'LIVEKIT_API_SECRET',
  'AUTH_SECRET',
  'PUBLIC_URL',
];

/** @param {string} dataDir */
const fileIn = (dataDir) => join(dataDir, 'running.json');

/**
 * Writes down, for its owner alone, with which settings the api runs.
 * @param {string} dataDir
 * @param {Readonly<Record<string, string | undefined>>} settings
 * @returns {() => void} removes it again
 */
export function noteRunning(dataDir, settings) {
  const file = fileIn(dataDir);
  const kept = Object.fromEntries(names.map((name) => [name, settings[name]]));
  const { pid } = process;
  // One that is there keeps the rights that it has.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ pid, commandLine: commandLineOf(pid), settings: kept }), {
    mode: 0o600,
  });
  return () => rmSync(file, { force: true });
}

/**
 * With which settings the api runs from this folder now; `null` where it does not.
 * @param {string} dataDir
 * @returns {Readonly<Record<string, string>> | null}
 */
export function readRunning(dataDir) {
  try {
    const { pid, commandLine, settings } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return commandLine !== undefined && commandLineOf(pid) === commandLine ? settings : null;
  } catch {
    return null;
  }
}
