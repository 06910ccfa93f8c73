import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, runOrFail } from './commands.mjs';
import { Interrupted } from './launcher-error.mjs';
import { endOrphans } from './orphans.mjs';
import { cacheRoots, repoRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { rejectWhenEnded, startProcess } from './processes.mjs';
import { waitUntil } from './waiting.mjs';

/**
 * @typedef {import('./mongo.mjs').Mongo} Mongo
 * @typedef {import('./mongo.mjs').MongoOptions} MongoOptions
 * @typedef {import('./mongo.mjs').MongoProgram} MongoProgram
 * @typedef {import('./mongo.mjs').NoMongo} NoMongo
 */

const sources = join(repoRoot, 'launcher', 'mongo');
const mainClass = join(sources, 'MongoServerMain.java');
const pom = join(sources, 'pom.xml');

/**
 * Finds the MongoDB-compatible server of the tests, or gets it with Maven, once.
 * @param {{ signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<MongoProgram | NoMongo>}
 */
export async function findMongo({ signal } = {}) {
  if (!(await hasJdk(signal))) {
    return { missing: 'there is no Java development kit of version 11 or newer' };
  }
  const kept = folders().find((folder) => existsSync(folder));
  if (kept) return programIn(kept);
  try {
    return programIn(await fetchWithMaven(signal));
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return { missing: `its server could not be fetched with Maven: ${why}` };
  }
}

/**
 * A source file is run by the kit's compiler, which a mere runtime does not have.
 * @param {AbortSignal | undefined} signal
 */
async function hasJdk(signal) {
  try {
    const asked = { command: 'java', args: ['--list-modules'], timeoutMs: 20_000, signal };
    const { code, output } = await runCommand(asked);
    return code === 0 && output.includes('jdk.compiler');
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return false;
  }
}

/** The version is part of the name, so that another is fetched anew. */
function folders() {
  const version = /mongo-java-server<\/artifactId>\s*<version>([^<]+)/.exec(
    readFileSync(pom, 'utf8'),
  )?.[1];
  return cacheRoots().map((root) => join(root, 'mongo', version ?? 'unknown'));
}

/**
 * @param {string} folder
 * @returns {MongoProgram}
 */
function programIn(folder) {
  return { command: 'java', classPath: join(folder, '*') };
}

/**
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<string>}
 */
async function fetchWithMaven(signal) {
  const [target = ''] = folders();
  const fresh = `${target}.${randomBytes(4).toString('hex')}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await runOrFail({
      what: 'Maven',
      command: 'mvn',
      args: [
        ...['--batch-mode', '--quiet', '--file', pom, 'dependency:copy-dependencies'],
        ...[`-DoutputDirectory=${fresh}`, '-DincludeScope=runtime'],
      ],
      timeoutMs: 5 * 60_000,
      signal,
    });
    // Another run may have been quicker; what it fetched is the same.
    if (!existsSync(target)) renameSync(fresh, target);
    return target;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * @param {MongoProgram} program
 * @param {MongoOptions} [options]
 * @returns {Promise<Mongo>}
 */
export async function startMongo({ command, classPath }, options = {}) {
  await endOrphans(options.runDir);
  const port = options.port ?? (await freePort());
  const scratch = mkdtempSync(join(tmpdir(), 'peerlearn-mongo-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  const child = await startProcess({
    name: 'MongoDB',
    command,
    args: ['-XX:+UseSerialGC', '-Xmx256m', '-cp', classPath, mainClass, String(port)],
    logFile: options.logFile ?? join(scratch, 'mongo.log'),
    stopPlan: [
      ['SIGTERM', 3000],
      ['SIGKILL', 1000],
    ],
    runDir: options.runDir,
  });
  try {
    await waitUntil(() => accepts(port), {
      what: 'MongoDB',
      timeoutMs: 60_000,
      giveUp: rejectWhenEnded(child),
      signal: options.signal,
    });
  } catch (error) {
    await child.stop();
    remove();
    throw error;
  }
  return {
    url: `mongodb://127.0.0.1:${port}/peerlearn`,
    port,
    child,
    stop: () => child.stop().finally(remove),
    kill: () => child.kill().finally(remove),
  };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (/** @type {boolean} */ isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
