import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LauncherError, Interrupted } from './launcher-error.mjs';
import { runCommand, runOrFail } from './commands.mjs';
import { download, sha256, withScratchFolder } from './fetching.mjs';
import { buildGoProgram, keepProgram } from './go-program.mjs';
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

/** @param {{ onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} options */
function buildWithGo(options) {
  const source = `github.com/livekit/livekit-server/cmd/server@v${pinnedVersion}`;
  return buildGoProgram({ what: 'LiveKit', source, binary: 'server', keep, ...options });
}

/** @param {string} program */
function keep(program) {
  return keepProgram(program, cachePlaces());
}
