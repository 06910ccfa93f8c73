import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { LauncherError, Interrupted } from './launcher-error.mjs';
import { runCommand, runOrFail } from './commands.mjs';
import { download, place, sha256, withScratchFolder } from './fetching.mjs';
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
  const content = await download(`${releases}/v${pinnedVersion}/${name}`, {
    what: 'The release',
    onProgress,
    signal,
  });
  const actual = sha256(content);
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
 * Puts the program into every cache that can be written and gives its place in the first.
 * @param {string} program
 * @returns {string}
 */
function keep(program) {
  const [first = program, ...others] = cachePlaces();
  place(program, first, 0o755);
  for (const other of others) {
    try {
      place(program, other, 0o755);
    } catch {
      // A home that cannot be written costs the next checkout some time, nothing else.
    }
  }
  return first;
}
