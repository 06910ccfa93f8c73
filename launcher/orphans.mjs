import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRoot } from './paths.mjs';
import { pause } from './waiting.mjs';

/**
 * @typedef {readonly (readonly [NodeJS.Signals, number])[]} StopPlan each signal with the
 * milliseconds that the process then gets before the next
 *
 * @typedef {object} RunRecord
 * @property {string} name
 * @property {number} pid
 * @property {string} commandLine
 * @property {number} ownerPid
 * @property {string} ownerCommandLine
 * @property {StopPlan} stopPlan
 */

/**
 * The command line of a running process, or undefined when there is none (or only its remains).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandLineOf(pid) {
  const line = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return line === '' ? undefined : line;
}

/** @param {number} pid */
function fromProc(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** @param {number} pid */
function fromPs(pid) {
  try {
    const args = ['-ww', '-o', 'command=', '-p', String(pid)];
    return execFileSync('ps', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}

/**
 * Writes a child down, with its owner: this process.
 * @param {{ name: string, pid: number, stopPlan: StopPlan, runDir?: string | undefined }} child
 * @returns {() => void} forgets it again
 */
export function recordChild({ name, pid, stopPlan, runDir = runRoot }) {
  const file = join(runDir, `${pid}.json`);
  mkdirSync(runDir, { recursive: true });
  /** @type {RunRecord} */
  const record = {
    name,
    pid,
    commandLine: commandLineOf(pid) ?? '',
    ownerPid: process.pid,
    ownerCommandLine: commandLineOf(process.pid) ?? '',
    stopPlan,
  };
  writeFileSync(file, JSON.stringify(record));
  return () => rmSync(file, { force: true });
}

/**
 * Ends the recorded children whose owner is gone. A process is signalled only while its command
 * line is the recorded one, so a process id that was given away again is left alone.
 * @param {string} [runDir]
 * @returns {Promise<string[]>} the names of those that were ended
 */
export async function endOrphans(runDir = runRoot) {
  const orphans = readRecords(runDir).filter(
    ({ record }) => commandLineOf(record.ownerPid) !== record.ownerCommandLine,
  );
  // The last one started depends on those before it.
  orphans.sort((a, b) => b.record.pid - a.record.pid);
  const ended = [];
  for (const { record, file } of orphans) {
    if (await endByCommandLine(record.pid, record.commandLine, record.stopPlan)) {
      ended.push(record.name);
    }
    rmSync(file, { force: true });
  }
  return ended;
}

/**
 * Whether a process was started by one that still runs, this one included.
 * @param {number} pid
 * @param {string} [runDir]
 */
export function hasOwner(pid, runDir = runRoot) {
  return readRecords(runDir).some(
    ({ record }) =>
      record.pid === pid && commandLineOf(record.ownerPid) === record.ownerCommandLine,
  );
}

/**
 * Ends a process that is no child of ours, as long as it is still the one that is meant.
 * @param {number} pid
 * @param {string} commandLine
 * @param {StopPlan} stopPlan
 * @returns {Promise<boolean>} whether there was one to end
 */
export async function endByCommandLine(pid, commandLine, stopPlan) {
  const isAlive = () => commandLine !== '' && commandLineOf(pid) === commandLine;
  if (!isAlive()) return false;
  for (const [signal, graceMs] of stopPlan) {
    if (!isAlive()) return true;
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    for (let waited = 0; waited < graceMs && isAlive(); waited += 50) await pause(50);
  }
  return true;
}

/**
 * @param {string} runDir
 * @returns {{ file: string, record: RunRecord }[]}
 */
function readRecords(runDir) {
  const found = [];
  for (const name of listFiles(runDir)) {
    const file = join(runDir, name);
    try {
      found.push({
        file,
        record: /** @type {RunRecord} */ (JSON.parse(readFileSync(file, 'utf8'))),
      });
    } catch {
      // A record that was half written names no process.
      rmSync(file, { force: true });
    }
  }
  return found;
}

/** @param {string} folder */
function listFiles(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
