import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LauncherError, codeOf } from './launcher-error.mjs';

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
  giveToAccount(join(folder, 'data'), account);
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
  finishMove(dataDir);
  if (isDangling(dataDir)) rmSync(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const place = realpathSync(dataDir);
  chmodSync(place, 0o755);
  const isReachable = canRead(place, account);
  if (!isReachable) removeForsaken();
  const folder = isReachable ? place : moveHome(dataDir, place, account);
  // Written each time: the checkout can have been moved, and its link with it.
  if (isOwnPlace(folder)) writeFileSync(join(folder, linkFile), dataDir);
  return folder;
}

/**
 * Moves the folder with all that lies in it to where the account reaches it and leaves a link. The
 * data are whole in one place at every moment, and `finishMove` finds them after an interruption.
 * @param {string} dataDir
 * @param {string} place what `dataDir` is now
 * @param {Account} account
 * @returns {string}
 */
function moveHome(dataDir, place, account) {
  const folder = freshHome(account);
  const link = stagedLink(dataDir);
  try {
    symlinkSync(folder, link);
    const left = moveOrCopy(place, folder);
    renameSync(link, dataDir);
    if (left) rmSync(left, { recursive: true });
  } catch (error) {
    if (existsSync(place)) {
      if (linkTarget(link) === realpathSync(folder)) rmSync(link);
      rmSync(folder, { recursive: true });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new LauncherError(
      `PostgreSQL does not run as root, its user cannot reach ${place}, and moving the data to ` +
        `${folder} failed (${reason.trim()}); nothing was lost. Open the way to the folder to all.`,
    );
  }
  return folder;
}

/** @param {string} dataDir */
function stagedLink(dataDir) {
  return `${dataDir}.new`;
}

/**
 * Sets the link of a move that was interrupted after the data had left their old place.
 * @param {string} dataDir
 */
function finishMove(dataDir) {
  const link = stagedLink(dataDir);
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  if (existsSync(dataDir) || !existsSync(link)) rmSync(link);
  else renameSync(link, dataDir);
}

/**
 * @param {Account} account
 * @returns {string} an empty folder that the account reaches
 */
function freshHome(account) {
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(systemFolder, 'data-'));
  chmodSync(folder, 0o755);
  if (canRead(folder, account)) return folder;
  rmSync(folder, { recursive: true });
  throw new LauncherError(
    `PostgreSQL does not run as root and its user cannot reach ${systemFolder}: open the way to ` +
      'that folder to all, or start as a normal user.',
  );
}

/**
 * @param {string} place
 * @param {string} folder an empty one, in another file system perhaps
 * @returns {string | undefined} what is left to remove once the link is set
 */
function moveOrCopy(place, folder) {
  try {
    renameSync(place, folder);
    return undefined;
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
  }
  // Unlike cpSync it keeps the owners.
  execFileSync('cp', ['-a', `${place}/.`, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  // cp returns before the disk has everything, and the original goes next.
  execFileSync('sync');
  const left = `${place}.moved`;
  renameSync(place, left);
  return left;
}

/**
 * A copy of a checkout that root made can belong to root, and PostgreSQL wants its own user there.
 * @param {string} cluster
 * @param {Account} account
 */
function giveToAccount(cluster, { uid, gid }) {
  if (!existsSync(cluster) || statSync(cluster).uid === uid) return;
  execFileSync('chown', ['-R', `${uid}:${gid}`, cluster]);
  chmodSync(cluster, 0o700);
}

/**
 * Removes folders that nothing links to any more and that hold no data. One with a database stays:
 * its checkout can have been moved and not have started since.
 */
function removeForsaken() {
  if (!existsSync(systemFolder)) return;
  for (const name of readdirSync(systemFolder)) {
    const folder = join(systemFolder, name);
    const link = join(folder, linkFile);
    if (!name.startsWith('data-') || !existsSync(link)) continue;
    const linkedFrom = readFileSync(link, 'utf8');
    if (linkTarget(linkedFrom) === realpathSync(folder)) continue;
    if (!existsSync(join(folder, 'data'))) rmSync(folder, { recursive: true, force: true });
    else if (!existsSync(join(folder, 'data', 'postmaster.pid'))) tellOfKept(folder, linkedFrom);
  }
}

/**
 * @param {string} folder
 * @param {string} linkedFrom
 */
function tellOfKept(folder, linkedFrom) {
  const clear = process.stderr.isTTY ? '\r\u001b[K' : '';
  process.stderr.write(
    `${clear}  ${folder} keeps the database of ${linkedFrom}, which does not link to it any more: ` +
      'remove it only if that checkout was deleted, not moved.\n',
  );
}

/** @param {string} path */
function linkTarget(path) {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && existsSync(path) ? realpathSync(path) : undefined;
}

/** @param {string} place without links in it */
function isOwnPlace(place) {
  if (!basename(place).startsWith('data-') || !existsSync(systemFolder)) return false;
  return realpathSync(dirname(place)) === realpathSync(systemFolder);
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
 * Removes a data folder, also when it is a link to one elsewhere.
 * @param {string} dataDir
 */
export function removeHome(dataDir) {
  finishMove(dataDir);
  const target = linkTarget(dataDir);
  if (target && isOwnPlace(target)) rmSync(target, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
