import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, delimiter, join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { Interrupted, LauncherError, codeOf } from './launcher-error.mjs';
import { repoRoot } from './paths.mjs';
import { pause } from './waiting.mjs';

/**
 * @typedef {import('./processes.mjs').CommandOptions} CommandOptions
 * @typedef {import('./processes.mjs').CommandResult} CommandResult
 */

/**
 * Runs a program to its end. Its whole process group ends with it, when time is up, and when the
 * person interrupts.
 * @param {CommandOptions} options
 * @returns {Promise<CommandResult>}
 */
export async function runCommand({ command, args = [], ...options }) {
  if (options.signal?.aborted) throw new Interrupted();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.account,
  });
  const endGroup = (/** @type {NodeJS.Signals} */ signal) => signalGroup(child.pid, signal);
  const interrupt = () => endGroup('SIGTERM');
  options.signal?.addEventListener('abort', interrupt, { once: true });
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      endGroup('SIGKILL');
    },
    options.timeoutMs ?? 2 ** 31 - 1,
  );
  const output = collectOutput(child, options);
  try {
    const { code, signal } = await ended(child).catch(explain(command));
    if (options.signal?.aborted) throw new Interrupted();
    return { code, signal, timedOut, output: output.text() };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', interrupt);
    output.close();
  }
}

/**
 * @param {string} command
 * @returns {(error: unknown) => never}
 */
function explain(command) {
  return (error) => {
    if (codeOf(error) === 'ENOENT') throw new LauncherError(`${command} is not on the PATH.`);
    throw error;
  };
}

/**
 * Runs a program that has to succeed.
 * @param {CommandOptions & { what: string }} options
 * @returns {Promise<string>} its output
 */
export async function runOrFail({ what, ...options }) {
  const result = await runCommand(options);
  if (result.code === 0) return result.output;
  const how = result.timedOut
    ? 'took too long'
    : `failed (exit code ${result.code ?? result.signal})`;
  const where = options.logFile ? `; its log is ${options.logFile}` : '';
  throw new LauncherError(`${what} ${how}${where}`, tail(result.output, 12));
}

/**
 * @param {string} text
 * @param {number} count
 */
function tail(text, count) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count);
}

/**
 * Waits for the end of the program and of its output, but not for a stray that keeps the pipe open.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<import('./processes.mjs').Exit>}
 */
async function ended(child) {
  const closed = new Promise((resolve) => child.once('close', resolve));
  /** @type {import('./processes.mjs').Exit} */
  const exit = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  signalGroup(child.pid, 'SIGKILL');
  await Promise.race([closed, pause(1000)]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return exit;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Pick<CommandOptions, 'logFile' | 'onLine' | 'onChunk'>} options
 */
function collectOutput(child, { logFile, onLine, onChunk }) {
  /** @type {string[]} */
  const chunks = [];
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, 'a') : undefined;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ chunk) => {
      chunks.push(chunk);
      onChunk?.(chunk);
      if (log !== undefined) writeSync(log, chunk);
    });
    if (onLine) createInterface({ input: stream }).on('line', onLine);
  }
  return {
    text: () => chunks.join(''),
    close: () => {
      if (log !== undefined) closeSync(log);
    },
  };
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/**
 * The environment with this checkout's tools first on the PATH, so that `node` is the pinned one.
 * @param {Readonly<Record<string, string | undefined>>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(more = {}) {
  const tools = join(repoRoot, 'node_modules', '.bin');
  return { ...process.env, ...more, PATH: [tools, pathOutside(repoRoot)].join(delimiter) };
}

/**
 * The PATH without this checkout's own folders, for npm: it replaces them while it runs.
 * @returns {NodeJS.ProcessEnv}
 */
export function outsideEnvironment() {
  return { ...process.env, PATH: pathOutside(repoRoot) };
}

/** @param {string} folder */
function pathOutside(folder) {
  const parts = (process.env['PATH'] ?? '').split(delimiter);
  return parts.filter((part) => !part.startsWith(folder + sep)).join(delimiter);
}
