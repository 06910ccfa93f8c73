import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LauncherError, codeOf } from './launcher-error.mjs';
import { recordChild } from './orphans.mjs';

export { runCommand } from './commands.mjs';
export { endOrphans } from './orphans.mjs';
export { freePort, isPortFree } from './ports.mjs';
export { waitUntil } from './waiting.mjs';

/**
 * @typedef {import('./processes.mjs').Child} Child
 * @typedef {import('./processes.mjs').Exit} Exit
 * @typedef {import('./processes.mjs').ProcessOptions} ProcessOptions
 */

/** @type {readonly (readonly [NodeJS.Signals, number])[]} */
const usualStopPlan = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 2000],
];

/** @type {Set<Child>} */
const running = new Set();

/**
 * Starts a program that stays. It gets a process group of its own, so that Ctrl-C in the terminal
 * reaches only the launcher, which then ends its children in the right order.
 * @param {ProcessOptions} options
 * @returns {Promise<Child>}
 */
export async function startProcess(options) {
  const { name, logFile, stopPlan = usualStopPlan } = options;
  const started = await spawnLogged(options);
  const pid = started.pid ?? 0;
  const forget = recordChild({ name, pid, stopPlan, runDir: options.runDir });

  /** @type {Exit | undefined} */
  let ended;
  /** @type {Promise<Exit>} */
  const exited = new Promise((resolve) => {
    started.once('exit', (code, signal) => {
      ended = { code, signal };
      running.delete(child);
      forget();
      resolve(ended);
    });
  });
  /** @param {readonly (readonly [NodeJS.Signals, number])[]} plan */
  const end = async (plan) => {
    for (const [signal, graceMs] of plan) {
      if (ended) break;
      started.kill(signal);
      await Promise.race([exited, delay(graceMs, undefined, { ref: false })]);
    }
    return exited;
  };
  /** @type {Child} */
  const child = {
    name,
    pid,
    logFile,
    exited,
    isRunning: () => ended === undefined,
    stop: () => end(stopPlan),
    kill: () =>
      end([
        [options.killSignal ?? 'SIGKILL', 5000],
        ['SIGKILL', 0],
      ]),
    lastLines: (count = 8) => lastLines(logFile, count),
  };
  running.add(child);
  return child;
}

/**
 * @param {ProcessOptions} options
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
async function spawnLogged({ name, command, args = [], env, cwd, logFile, account }) {
  const log = openLog(logFile);
  try {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...account,
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } catch (error) {
    throw new LauncherError(
      `${name} could not be started: ${command} (${codeOf(error) ?? error}).`,
    );
  } finally {
    closeSync(log);
  }
}

/**
 * Opens a new log and keeps the one before it beside it.
 * @param {string} logFile
 */
function openLog(logFile) {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  return openSync(logFile, 'a');
}

/**
 * A promise that rejects, in one clear line, as soon as the child ends.
 * @param {Child} child
 * @returns {Promise<never>}
 */
export function rejectWhenEnded(child) {
  const rejection = child.exited.then((exit) => {
    throw new LauncherError(describeEnd(child, exit), child.lastLines());
  });
  rejection.catch(() => undefined);
  return rejection;
}

/**
 * @param {Child} child
 * @param {Exit} exit
 * @returns {string}
 */
export function describeEnd(child, exit) {
  const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
  return `${child.name} ended unexpectedly (${how}); its log is ${child.logFile}`;
}

/** Ends every child at once, without waiting for them to finish their work. */
export async function killAll() {
  await Promise.all([...running].map((child) => child.kill()));
}

/**
 * @param {string} file
 * @param {number} count
 * @returns {string[]}
 */
function lastLines(file, count) {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').slice(-count);
  } catch {
    return [`${basename(file)} cannot be read`];
  }
}
