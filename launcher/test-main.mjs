import { parseArgs } from 'node:util';
import { findChromium } from './chromium.mjs';
import { runCommand, toolEnvironment } from './commands.mjs';
import { failuresIn } from './failures.mjs';
import { listenForInterruption } from './interruption.mjs';
import { Interrupted, LauncherError } from './launcher-error.mjs';
import { findLiveKit } from './livekit.mjs';
import { endOrphans } from './orphans.mjs';
import { repoRoot } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { createProgress } from './progress.mjs';
import { addUp, countResults, runners, summaryLine } from './runners.mjs';
import { findS3Server } from './s3-server.mjs';
import { findSpeechModels } from './speech-models.mjs';

/**
 * @typedef {import('./runners.mjs').Runner} Runner
 * @typedef {import('./runners.mjs').Counts} Counts
 * @typedef {{ name: string, counts: Counts, seconds: number, note: string, failures: readonly string[] }} Result
 */

/**
 * Runs every test there is; the last line sums them up.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const progress = createProgress();
  const interruption = listenForInterruption({
    onFirst: () => progress.line('\n  Ending.'),
    onSecond: () => process.exit(130),
  });
  /** @type {Result[]} */
  const results = [];
  try {
    const chosen = chooseRunners(args);
    const environment = await prepareTests(progress, interruption.signal);
    for (const runner of chosen) {
      results.push(await runOne(runner, environment, interruption.signal));
    }
  } catch (error) {
    results.push(failure(error));
  } finally {
    interruption.dispose();
    await endOrphans();
  }
  const total = addUp(results.map(({ counts }) => counts));
  progress.line(failureText(results));
  progress.line(`\n${table(results)}\n\n${summaryLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} args
 * @returns {readonly Runner[]}
 */
function chooseRunners(args) {
  const names = runners.map(({ name }) => name).join(', ');
  /** @type {readonly string[] | undefined} */
  let only;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true } },
    });
    only = values.only;
  } catch {
    throw new LauncherError(`npm test takes \`-- --only NAME\`, where NAME is one of: ${names}.`);
  }
  if (!only) return runners;
  const wanted = only;
  const unknown = wanted.filter((name) => !runners.some((runner) => runner.name === name));
  if (unknown.length === 0) return runners.filter(({ name }) => wanted.includes(name));
  throw new LauncherError(`There is no runner ${unknown.join(', ')}; there are: ${names}.`);
}

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} signal
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function prepareTests(progress, signal) {
  await endOrphans();
  await prepare(progress, signal);
  const chromium = await progress.step('Chromium', (onProgress) =>
    findChromium({ onProgress, signal }),
  );
  await progress.step('LiveKit', (onProgress) => findLiveKit({ onProgress, signal }));
  await unlessMissing(progress, 'Speech model', (onProgress) =>
    findSpeechModels({ onProgress, signal }),
  );
  await unlessMissing(progress, 'S3 server', (onProgress) => findS3Server({ onProgress, signal }));
  return toolEnvironment({
    CHROMIUM_PATH: chromium,
    CHROME_BIN: chromium,
    NG_CLI_ANALYTICS: 'false',
    CI: '1',
  });
}

/**
 * What tests can do without: they are skipped then, and counted as such.
 * @param {import('./progress.mjs').Progress} progress
 * @param {string} what
 * @param {(onProgress: (text: string) => void) => Promise<unknown>} find
 */
async function unlessMissing(progress, what, find) {
  try {
    await progress.step(what, find);
  } catch (error) {
    if (!(error instanceof LauncherError)) throw error;
    progress.line(`  – ${[error.message, ...error.details].join(' ')}`);
  }
}

/**
 * @param {Runner} runner
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<Result>}
 */
async function runOne(runner, env, signal) {
  process.stdout.write(`\n━━ ${runner.name} (npm run ${runner.script})\n\n`);
  const start = performance.now();
  const result = await runCommand({
    command: 'npm',
    args: ['run', '--silent', runner.script],
    cwd: repoRoot,
    env,
    onChunk: (chunk) => process.stdout.write(chunk),
    timeoutMs: runner.timeoutMs,
    signal,
  });
  const counts = countResults(runner, result.output, result.code === 0);
  const seconds = (performance.now() - start) / 1000;
  const failures = counts.failed === 0 ? [] : failuresIn(result.output);
  return { name: runner.name, counts, seconds, note: noteOn(result), failures };
}

/** @param {import('./processes.mjs').CommandResult} result */
function noteOn({ code, signal, timedOut }) {
  if (timedOut) return 'took too long and was ended';
  if (code === 0) return '';
  return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}

/**
 * @param {unknown} error
 * @returns {Result}
 */
function failure(error) {
  const isKnown = error instanceof LauncherError || error instanceof Interrupted;
  const text = error instanceof Error && !isKnown ? error.stack : String(error);
  process.stderr.write(`\n  ✗ ${isKnown ? error.message : text}\n`);
  const details = error instanceof LauncherError ? error.details : [];
  for (const line of details) process.stderr.write(`      ${line}\n`);
  return {
    name: 'launcher',
    counts: { passed: 0, failed: 1, skipped: 0 },
    seconds: 0,
    note: 'stopped here',
    failures: [],
  };
}

/** What failed, once more, where it is found without a search. @param {readonly Result[]} results */
function failureText(results) {
  return results
    .filter(({ failures }) => failures.length > 0)
    .map(({ name, failures }) => `\n━━ ${name}: what failed\n\n${failures.join('\n')}`)
    .join('\n');
}

/** @param {readonly Result[]} results */
function table(results) {
  const head = ['', 'passed', 'failed', 'skipped', 'seconds', ''];
  const rows = results.map(({ name, counts, seconds, note }) => [
    name,
    String(counts.passed),
    String(counts.failed),
    String(counts.skipped),
    seconds.toFixed(1),
    note,
  ]);
  const line = (/** @type {string[]} */ [name = '', ...cells]) =>
    `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
  return [head, ...rows].map(line).join('\n');
}
