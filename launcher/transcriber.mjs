import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Interrupted, LauncherError } from './launcher-error.mjs';
import { freePort } from './ports.mjs';
import { describeEnd, rejectWhenEnded, startProcess } from './processes.mjs';
import { findSpeechModels } from './speech-models.mjs';
import { pause, waitUntil } from './waiting.mjs';

/** What the transcriber ends with where something is missing that will not come by itself. */
const missingCode = 78;
const mostRestarts = 5;
const restartAfterMs = 2000;

/**
 * @typedef {import('./processes.mjs').Child} Child
 * @typedef {import('./progress.mjs').Progress} Progress
 *
 * @typedef {object} TranscriberOptions
 * @property {string} program its compiled file
 * @property {string} root
 * @property {string} dataDir
 * @property {string} node
 * @property {Progress} progress
 * @property {NodeJS.ProcessEnv} settings those of the api
 * @property {AbortSignal | undefined} [signal]
 * @property {string | undefined} [runDir]
 *
 * @typedef {object} Parts
 * @property {(child: Child) => void} addSpare
 * @property {() => boolean} isEnding
 */

/**
 * Starts what writes down what is said. PeerLearn does without where that cannot be had, and says so.
 * @param {TranscriberOptions} options
 * @param {Parts} parts
 * @returns {Promise<boolean>} whether it runs
 */
export async function startTranscriber(options, parts) {
  const { progress, settings, signal } = options;
  try {
    if (settings['SPEECH'] === 'off') throw new LauncherError('SPEECH is off');
    const models = await progress.step('Speech model', (onProgress) =>
      findSpeechModels({ onProgress, signal }),
    );
    const port = String(await freePort());
    const complete = { ...settings, SPEECH_MODELS: models, TRANSCRIBER_PORT: port };
    const start = () => begin({ ...options, settings: complete }, parts);
    const child = await progress.step('Transcriber', start);
    void keepUp(child, start, { progress, parts });
    return true;
  } catch (error) {
    if (error instanceof Interrupted || !(error instanceof LauncherError)) throw error;
    const reasons = [error.message, ...error.details].join(' ');
    progress.line(`  – What is said is not written down: ${reasons}`);
    return false;
  }
}

/**
 * @param {TranscriberOptions} options
 * @param {Parts} parts
 * @returns {Promise<Child>}
 */
async function begin({ program, root, dataDir, node, settings, signal, runDir }, parts) {
  if (!existsSync(program)) throw new LauncherError('the transcriber was not built.');
  const child = await startProcess({
    name: 'The transcriber',
    command: node,
    args: [program],
    cwd: root,
    env: settings,
    logFile: join(dataDir, 'logs', 'transcriber.log'),
    stopPlan: [
      ['SIGTERM', 10_000],
      ['SIGKILL', 2000],
    ],
    runDir,
  });
  parts.addSpare(child);
  await waitUntil(() => isReady(settings['TRANSCRIBER_PORT'] ?? ''), {
    what: child.name,
    timeoutMs: 60_000,
    everyMs: 100,
    giveUp: rejectWhenEnded(child),
    signal,
  });
  return child;
}

/**
 * Starts it again where it ended by itself, a few times.
 * @param {Child} first
 * @param {() => Promise<Child>} start
 * @param {{ progress: Progress, parts: Parts }} context
 */
async function keepUp(first, start, { progress, parts }) {
  let child = first;
  for (let restarts = 0; ; restarts += 1) {
    const exit = await child.exited;
    if (parts.isEnding()) return;
    const isHopeless = exit.code === missingCode || restarts >= mostRestarts;
    const what = isHopeless ? 'What is said is not written down any more' : 'It is started again';
    progress.line(`  ✗ ${describeEnd(child, exit)}. ${what}.`);
    if (isHopeless) return;
    await pause(restartAfterMs);
    if (parts.isEnding()) return;
    try {
      child = await start();
    } catch {
      // It has ended, or hangs and is ended with the rest.
      return;
    }
  }
}

/** @param {string} port */
async function isReady(port) {
  try {
    const address = `http://127.0.0.1:${port}/health/ready`;
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}
