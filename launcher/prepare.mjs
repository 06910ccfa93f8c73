import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outsideEnvironment, runCommand, runOrFail, toolEnvironment } from './commands.mjs';
import { LauncherError } from './launcher-error.mjs';
import { dataRoot, repoRoot } from './paths.mjs';

/**
 * @typedef {import('./progress.mjs').Progress} Progress
 *
 * @typedef {object} Build
 * @property {string} title
 * @property {string} name
 * @property {readonly string[]} sources files and folders that it is made from
 * @property {string} result a file that is there after it
 * @property {readonly string[]} command script of a package and its arguments
 */

/** @type {readonly Build[]} */
export const builds = [
  {
    title: 'API',
    name: 'api',
    sources: ['api', 'tsconfig.json', 'package-lock.json'],
    result: 'dist/api/src/main.js',
    command: ['node_modules/typescript/bin/tsc', '-p', 'api'],
  },
  {
    title: 'Web app',
    name: 'web',
    sources: ['frontend', 'angular.json', 'tsconfig.json', 'package-lock.json'],
    result: 'dist/web/browser/index.html',
    command: ['node_modules/@angular/cli/bin/ng.js', 'build'],
  },
];

/**
 * Installs what is missing and builds what is older than its sources.
 * @param {Progress} progress
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} path of the Node that runs the api
 */
export async function prepare(progress, signal) {
  if (!isInstalled()) {
    await progress.step('Packages (npm ci)', (report) => install(report, signal));
  }
  const node = await progress.step('Node 24', () => findNode());
  for (const build of builds) {
    const stamp = stampOf(build);
    if (isBuilt(build, stamp)) continue;
    await progress.step(build.title, (report) => make(build, { node, stamp, report, signal }));
  }
  return node;
}

/** Whether node_modules holds what package-lock.json asks for; npm writes its own list at the end. */
function isInstalled() {
  const wanted = readPackages(join(repoRoot, 'package-lock.json'));
  const present = readPackages(join(repoRoot, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    const found = present[path];
    return path === '' || link || (found ? found.version === version : optional);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function readPackages(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * @param {(detail: string) => void} report
 * @param {AbortSignal | undefined} signal
 */
async function install(report, signal) {
  await runOrFail({
    what: '`npm ci`',
    command: 'npm',
    // The build tools are development packages, also when NODE_ENV is production.
    args: ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=http'],
    cwd: repoRoot,
    env: outsideEnvironment(),
    logFile: join(dataRoot, 'logs', 'install.log'),
    onLine: (line) => report(line.replace(/^npm http fetch GET \d+ /, 'fetched ')),
    signal,
  });
}

/** @returns {Promise<string>} */
async function findNode() {
  const pinned = join(repoRoot, 'node_modules', 'node', 'bin', 'node');
  for (const path of [pinned, process.execPath]) {
    if (existsSync(path) && isNewEnough(await versionOf(path))) return path;
  }
  throw new LauncherError(
    'Node 24.15 or newer for the API is missing: the package `node` was not installed whole. ' +
      'Run `npm ci` again, or install Node 24.',
  );
}

/** @param {string} path */
async function versionOf(path) {
  try {
    return (await runCommand({ command: path, args: ['--version'] })).output.trim();
  } catch {
    return '';
  }
}

/**
 * What Angular 22 and MikroORM 7 accept.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [, major = 0, minor = 0] = /^v(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  return major > 24 || (major === 24 && minor >= 15) || (major === 22 && minor >= 23);
}

/**
 * @param {Build} build
 * @param {string} stamp
 */
function isBuilt({ name, result }, stamp) {
  const file = stampFile(name);
  return (
    existsSync(join(repoRoot, result)) && existsSync(file) && readFileSync(file, 'utf8') === stamp
  );
}

/**
 * Where the stamp of a build's sources is kept.
 * @param {string} name
 * @public also of tests, in a checkout of their own
 */
export function stampFile(name) {
  return join(repoRoot, 'dist', `.${name}-stamp`);
}

/**
 * A hash of the names and contents of all sources.
 * @param {Build} build
 * @returns {string}
 * @public also of tests, in a checkout of their own
 */
export function stampOf({ sources, command }) {
  const hash = createHash('sha256').update(command.join(' '));
  for (const source of sources) {
    for (const file of filesIn(source)) {
      hash.update(`\0${file}\0`).update(readFileSync(join(repoRoot, file)));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path relative to the checkout
 * @returns {string[]}
 */
function filesIn(path) {
  if (!existsSync(join(repoRoot, path))) return [];
  if (statSync(join(repoRoot, path)).isFile()) return [path];
  const names = readdirSync(join(repoRoot, path), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => join(path, name))
    .filter((name) => statSync(join(repoRoot, name)).isFile())
    .sort();
}

/**
 * @param {Build} build
 * @param {{ node: string, stamp: string, report: (detail: string) => void, signal: AbortSignal | undefined }} options
 */
async function make(build, { node, stamp, report, signal }) {
  rmSync(stampFile(build.name), { force: true });
  await runOrFail({
    what: `The build of the ${build.name}`,
    command: node,
    args: build.command,
    cwd: repoRoot,
    env: toolEnvironment({ NG_CLI_ANALYTICS: 'false', CI: '1' }),
    logFile: join(dataRoot, 'logs', `build-${build.name}.log`),
    onLine: report,
    signal,
  });
  if (build.name === 'api') removeStale('dist/api', 'api');
  mkdirSync(dirname(stampFile(build.name)), { recursive: true });
  writeFileSync(stampFile(build.name), stamp);
}

/**
 * Removes compiled files whose source is gone: the compiler leaves them, and a runner would run them.
 * @param {string} compiled
 * @param {string} sources
 */
function removeStale(compiled, sources) {
  const root = join(repoRoot, compiled);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const source = join(repoRoot, sources, name.replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(name) && !existsSync(source)) rmSync(join(root, name));
  }
}
