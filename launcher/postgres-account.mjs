import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
} from 'node:fs';
import { readFileSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LauncherError } from './launcher-error.mjs';

/**
 * PostgreSQL refuses to run as root. For root this finds the system user that it runs as, and
 * places that this user can reach even when the checkout lies in a closed home folder.
 *
 * @typedef {import('./processes.mjs').Account} Account
 * @typedef {object} Home
 * @property {string} folder where the cluster lies
 * @property {string} programs folder with bin, lib and share
 * @property {Account | undefined} account
 */

const systemFolder = '/var/lib/peerlearn';
/** In a folder there, names the path that links to it. */
const linkFile = 'linked-from';

/**
 * @param {string} dataDir
 * @param {string} programs
 * @returns {Home}
 */
export function prepareHome(dataDir, programs) {
  mkdirSync(dirname(dataDir), { recursive: true });
  if (process.getuid?.() !== 0) {
    mkdirSync(dataDir, { recursive: true });
    return { folder: realpathSync(dataDir), programs, account: undefined };
  }
  const account = ownerOf(join(dataDir, 'data')) ?? systemAccount();
  const folder = reachableFolder(dataDir, account);
  return { folder, programs: reachablePrograms(programs, account), account };
}

/**
 * Whoever owns the cluster keeps it, also when a `postgres` user appears later.
 * @param {string} folder
 * @returns {Account | undefined}
 */
function ownerOf(folder) {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

/** @returns {Account} */
function systemAccount() {
  const present = accountNamed('postgres');
  if (present) return present;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new LauncherError(
    'PostgreSQL does not run as root and there is no system user for it: make one with ' +
      '`useradd --system postgres`, or start as a normal user.',
  );
}

/**
 * @param {string} name
 * @returns {Account | undefined}
 */
function accountNamed(name) {
  const ask = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/**
 * The folder itself, or one in a place of the system's that it becomes a link to.
 * @param {string} dataDir
 * @param {Account} account
 * @returns {string}
 */
function reachableFolder(dataDir, account) {
  if (isDangling(dataDir)) rmSync(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const place = realpathSync(dataDir);
  chmodSync(place, 0o755);
  if (canRead(place, account)) return place;
  removeForsaken();
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(systemFolder, 'data-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, linkFile), dataDir);
  rmSync(dataDir, { recursive: true });
  symlinkSync(folder, dataDir);
  return folder;
}

/** Removes folders of checkouts that were deleted: nothing links to them any more. */
function removeForsaken() {
  if (!existsSync(systemFolder)) return;
  for (const name of readdirSync(systemFolder)) {
    const folder = join(systemFolder, name);
    const link = join(folder, linkFile);
    if (!name.startsWith('data-') || !existsSync(link)) continue;
    const isLinked = linkTarget(readFileSync(link, 'utf8')) === folder;
    const isInUse = existsSync(join(folder, 'data', 'postmaster.pid'));
    if (!isLinked && !isInUse) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path */
function linkTarget(path) {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && existsSync(path) ? realpathSync(path) : undefined;
}

/** @param {string} path */
function isDangling(path) {
  return !existsSync(path) && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * @param {string} programs
 * @param {Account} account
 * @returns {string}
 */
function reachablePrograms(programs, account) {
  if (canRead(join(programs, 'share'), account)) return programs;
  const { mtimeMs, size } = statSync(join(programs, 'bin', 'postgres'));
  const copy = join(systemFolder, `programs-${size}-${Math.floor(mtimeMs)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const fresh = mkdtempSync(join(systemFolder, 'new-'));
  cpSync(programs, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  renameOrKeep(fresh, copy);
  return copy;
}

/**
 * @param {string} fresh
 * @param {string} place
 */
function renameOrKeep(fresh, place) {
  try {
    renameSync(fresh, place);
  } catch {
    // Another start was quicker with the same programs.
    rmSync(fresh, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {Account} account
 */
function canRead(folder, account) {
  const { status, error } = spawnSync('test', ['-r', join(folder, '.'), '-a', '-x', folder], {
    ...account,
    cwd: '/',
  });
  if (error) {
    throw new LauncherError(
      `PostgreSQL does not run as root, and changing to its user failed (${error.message}): ` +
        'start as a normal user.',
    );
  }
  return status === 0;
}

/**
 * @param {string} path
 * @param {Account | undefined} account
 * @param {number} mode
 */
export function handOver(path, account, mode) {
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * Removes a data folder, also when it is a link to one elsewhere.
 * @param {string} dataDir
 */
export function removeHome(dataDir) {
  const target = linkTarget(dataDir);
  const isOurs = target && dirname(target) === systemFolder && basename(target).startsWith('data-');
  if (isOurs) rmSync(target, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
