import { LauncherError, Interrupted } from './launcher-error.mjs';
import { help, parseStartOptions } from './command-line.mjs';
import { listenForInterruption } from './interruption.mjs';
import { emptyDataFolder, takeLock } from './lock.mjs';
import { endOrphans } from './orphans.mjs';
import { dataRoot, repoRoot } from './paths.mjs';
import { isPortFree } from './ports.mjs';
import { prepare } from './prepare.mjs';
import { killAll } from './processes.mjs';
import { createProgress } from './progress.mjs';
import { startStack } from './stack.mjs';

/**
 * @typedef {import('./command-line.mjs').StartOptions} StartOptions
 * @typedef {import('./interruption.mjs').Interruption} Interruption
 * @typedef {import('./progress.mjs').Progress} Progress
 */

/**
 * Runs until the person ends it or a part breaks.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const progress = createProgress();
  const interruption = listenForInterruption({
    onFirst: () => progress.line('\n  Ending. Press Ctrl-C again to end at once.'),
    onSecond: () => void killAll().finally(() => process.exit(130)),
  });
  try {
    const options = parseStartOptions(args, process.env);
    if (options.isHelp) {
      progress.line(help);
      return 0;
    }
    await runLocked(options, progress, interruption);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return 0;
    printError(error);
    return 1;
  } finally {
    interruption.dispose();
  }
}

/**
 * @param {StartOptions} options
 * @param {Progress} progress
 * @param {Interruption} interruption
 */
async function runLocked(options, progress, interruption) {
  const release = takeLock(dataRoot, options.port);
  process.once('exit', release);
  try {
    await run(options, progress, interruption);
  } finally {
    release();
  }
}

/**
 * @param {StartOptions} options
 * @param {Progress} progress
 * @param {Interruption} interruption
 */
async function run({ port, isReset }, progress, { signal, asked }) {
  progress.line(`\n  PeerLearn · Node ${process.version}\n`);
  const ended = await endOrphans();
  if (ended.length > 0) progress.line(`  ✓ Ended what a killed start left: ${ended.join(', ')}`);
  await checkPort(port);
  if (isReset) await progress.step('Data removed', async () => emptyDataFolder(dataRoot));
  const node = await prepare(progress, signal);
  const stack = await startStack({
    root: repoRoot,
    dataDir: dataRoot,
    node,
    port,
    progress,
    environment: process.env,
    signal,
  });
  try {
    progress.line(`\n${welcome(stack)}\n`);
    const error = await Promise.race([asked, stack.broken]);
    if (error) throw error;
  } finally {
    await stack.stop();
  }
}

/** @param {number} port */
async function checkPort(port) {
  if (await isPortFree(port)) return;
  throw new LauncherError(
    `Port ${port} is in use by another program: choose another with ` +
      `\`npm start -- --port ${port === 65_535 ? port - 1 : port + 1}\` (or PORT).`,
  );
}

/** @param {import('./stack.mjs').Stack} stack */
function welcome({ url, links }) {
  const lines = [
    `PeerLearn runs at ${url}`,
    '',
    'Sign in as the mentor:',
    links.mentorLink,
    '',
    'and, in another browser or a private window, as the learner:',
    links.learnerLink,
    '',
    'Enter the session that is about to start from both, and they meet. Each link works once; later',
    `sign in as maya@peerlearn.example or leo@peerlearn.example, with the link mailed to ${url}/dev/mail`,
    'Another start plans another session.',
    '',
    'Add people, from another terminal in this folder:',
    'npm run person -- --email ana@example.com --name "Ana Lima" --role MENTOR',
    '',
    'Ctrl-C ends everything; the data stay. Logs are in .data/logs.',
  ];
  return ['', ...lines, ''].map((line) => (line ? `  ${line}` : '')).join('\n');
}

/** @param {unknown} error */
function printError(error) {
  if (!(error instanceof LauncherError)) {
    process.stderr.write(`\n  ✗ ${error instanceof Error ? error.stack : String(error)}\n`);
    return;
  }
  process.stderr.write(`\n  ✗ ${error.message}\n`);
  for (const line of error.details) process.stderr.write(`      ${line}\n`);
}
