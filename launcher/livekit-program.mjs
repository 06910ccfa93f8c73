import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { LauncherError, Interrupted } from './launcher-error.mjs';
import { runCommand, runOrFail } from './commands.mjs';
import { cacheRoots } from './paths.mjs';

/** @typedef {import('./livekit.mjs').LiveKitProgram} LiveKitProgram */

export const pinnedVersion = '1.13.5';
/** Earlier servers shorten tokens when they refresh them. */
const oldestVersion = [1, 13, 2];

const releases = 'https://github.com/livekit/livekit/releases/download';
/**
 * SHA-256 of the release's archives. They were looked up, not computed from a download of ours:
 * several public projects that pin this release state the same ones.
 * @type {Readonly<Record<string, readonly [string, string]>>}
 */
const archives = {
  'linux-x64': [
    `livekit_${pinnedVersion}_linux_amd64.tar.gz`,
    'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70',
  ],
  'linux-arm64': [
    `livekit_${pinnedVersion}_linux_arm64.tar.gz`,
    '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3',
  ],
};

/**
 * Finds LiveKit, or gets it: on the PATH, in a cache, as the pinned release, built by Go.
 * @param {{ onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<LiveKitProgram>}
 */
export async function findLiveKit(options = {}) {
  const present = (await onPath()) ?? (await inCaches());
  if (present) return present;
  /** @type {string[]} */
  const reasons = [];
  for (const obtain of [downloadRelease, buildWithGo]) {
    try {
      const path = await obtain(options);
      return { path, version: pinnedVersion, source: obtain === buildWithGo ? 'go' : 'release' };
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new LauncherError(
    `livekit-server is missing and could not be fetched: put version ${pinnedVersion} on the PATH, ` +
      'install Go, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a running one.',
    reasons,
  );
}

/** @returns {Promise<LiveKitProgram | undefined>} */
async function onPath() {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'livekit-server');
    if (folder === '' || !existsSync(path)) continue;
    const version = await versionOf(path);
    if (version && isRecent(version)) return { path, version, source: 'path' };
  }
  return undefined;
}

/** @returns {Promise<LiveKitProgram | undefined>} */
async function inCaches() {
  for (const path of cachePlaces()) {
    if (existsSync(path) && (await versionOf(path)) === pinnedVersion) {
      return { path, version: pinnedVersion, source: 'cache' };
    }
  }
  return undefined;
}

function cachePlaces() {
  return cacheRoots().map((root) => join(root, 'livekit', pinnedVersion, 'livekit-server'));
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
async function versionOf(path) {
  try {
    const options = { command: path, args: ['--version'], timeoutMs: 10_000 };
    return /version (\d+\.\d+\.\d+)/.exec((await runCommand(options)).output)?.[1];
  } catch {
    return undefined;
  }
}

/** @param {string} version */
function isRecent(version) {
  const parts = version.split('.').map(Number);
  const [first = 0, second = 0, third = 0] = oldestVersion.map((part, i) => (parts[i] ?? 0) - part);
  return first === 0 && (second || third) >= 0;
}

/**
 * @param {{ onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} options
 * @returns {Promise<string>}
 */
async function downloadRelease({ onProgress, signal }) {
  const [name, expected] = archives[`${process.platform}-${process.arch}`] ?? [];
  if (!name) throw new Error(`There is no release of it for ${process.platform}-${process.arch}.`);
  onProgress?.('asking for the release');
  const content = await download(`${releases}/v${pinnedVersion}/${name}`, { onProgress, signal });
  const actual = createHash('sha256').update(content).digest('hex');
  if (actual !== expected) throw new Error(`${name} has the wrong checksum ${actual}.`);
  return withScratchFolder(async (folder) => {
    const archive = join(folder, name);
    writeFileSync(archive, content);
    const args = ['-xzf', archive, '-C', folder, 'livekit-server'];
    await runOrFail({ what: 'Unpacking LiveKit', command: 'tar', args, signal });
    return keep(join(folder, 'livekit-server'));
  });
}

/**
 * @param {string} url
 * @param {{ onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} options
 * @returns {Promise<Buffer>}
 */
async function download(url, { onProgress, signal }) {
  // Five seconds to be answered, and no more than thirty without news after that.
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), 5000);
  try {
    const signals = signal ? [signal, silence.signal] : [silence.signal];
    const answer = await fetch(url, { signal: AbortSignal.any(signals) });
    if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`);
    const total = Number(answer.headers.get('content-length'));
    const chunks = [];
    let size = 0;
    for await (const chunk of answer.body) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), 30_000);
      chunks.push(chunk);
      size += chunk.length;
      onProgress?.(`downloading the release, ${Math.floor((size / total) * 100)} %`);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    const why = silence.signal.aborted ? 'no answer' : String(error);
    throw new Error(`The release could not be downloaded from ${new URL(url).host}: ${why}.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {{ onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} options
 * @returns {Promise<string>}
 */
async function buildWithGo({ onProgress, signal }) {
  const go = findGo();
  if (!go) throw new Error('Go is not installed, so it cannot be built either.');
  let lines = 0;
  return withScratchFolder(async (folder) => {
    await runOrFail({
      what: 'Building LiveKit with Go',
      command: go,
      // No flags that shape the output: then Go's cache of earlier builds serves.
      args: ['install', '-v', `github.com/livekit/livekit-server/cmd/server@v${pinnedVersion}`],
      env: { ...process.env, GOBIN: folder },
      onLine: (line) => {
        lines += 1;
        onProgress?.(
          line.startsWith('go: ')
            ? `downloading its source, ${lines} parts`
            : `compiling it (a minute or two), ${lines} parts`,
        );
      },
      timeoutMs: 20 * 60_000,
      signal,
    });
    return keep(join(folder, 'server'));
  });
}

function findGo() {
  const usual = ['/usr/local/go/bin', '/opt/homebrew/bin', join(homedir(), 'go', 'bin')];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...usual];
  return folders.map((folder) => join(folder, 'go')).find((path) => existsSync(path));
}

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withScratchFolder(work) {
  const folder = join(cacheRoots()[0] ?? '.', `new-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts the program into every cache that can be written and gives its place in the first.
 * @param {string} program
 * @returns {string}
 */
function keep(program) {
  const [first = program, ...others] = cachePlaces();
  place(program, first);
  for (const other of others) {
    try {
      place(program, other);
    } catch {
      // A home that cannot be written costs the next checkout some time, nothing else.
    }
  }
  return first;
}

/**
 * @param {string} program
 * @param {string} target
 */
function place(program, target) {
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${randomBytes(4).toString('hex')}`;
  copyFileSync(program, fresh);
  chmodSync(fresh, 0o755);
  renameSync(fresh, target);
}
