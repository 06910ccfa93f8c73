import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { readdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { commandLineOf } from './orphans.mjs';
import { createDatabase, removePostgres, startPostgres } from './postgres.mjs';
import { finallyDo, launcherUrl, ownerProcess, query, scratchFolder } from './testing/scratch.mjs';

describe('startPostgres', () => {
  it('gives a database in UTF-8 that only this machine reaches', async (test) => {
    const postgres = await startPostgres({ runDir: scratchFolder(test) });
    finallyDo(test, () => postgres.stop());
    const [settings] = await query(
      postgres.url,
      `select current_database() as name, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as addresses, upper('ä') as upper`,
    );
    assert.deepEqual(settings, {
      name: 'peerlearn',
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      upper: 'Ä',
    });
    await assert.rejects(query(postgres.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1'));
  });

  it('leaves nothing behind when it was given no folder', async (test) => {
    const runDir = scratchFolder(test);
    const postgres = await startPostgres({ runDir });
    const exit = await postgres.stop();
    assert.equal(exit.code, 0);
    assert.equal(existsSync(postgres.dataDir), false);
    assert.deepEqual(readdirSync(runDir), []);
  });

  it('runs several at once', async (test) => {
    const runDir = scratchFolder(test);
    const all = await Promise.all([startPostgres({ runDir }), startPostgres({ runDir })]);
    finallyDo(test, () => Promise.all(all.map((postgres) => postgres.stop())));
    const [first, second] = all;
    await query(await createDatabase(first.url, 'other'), 'create table here (n int)');
    assert.notEqual(first.port, second.port);
    assert.deepEqual(await query(second.url, 'select 1 as one'), [{ one: 1 }]);
  });

  it('keeps its data from one start to the next, under one password', async (test) => {
    const folder = scratchFolder(test);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    const first = await startPostgres(options);
    await query(first.url, 'create table kept as select 7 as n');
    await first.stop();
    const second = await startPostgres({ ...options, port: first.port });
    finallyDo(test, () => second.stop());
    assert.equal(second.url, first.url);
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 7 }]);
    assert.equal(statSync(join(options.dataDir, 'password')).mode & 0o777, 0o600);
  });

  it('ends the server whose owner was killed and finds what was committed', async (test) => {
    const folder = scratchFolder(test);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    const { told, killOwner } = await ownerProcess(
      test,
      `import { startPostgres } from ${JSON.stringify(launcherUrl('postgres.mjs'))};
       const { url, child } = await startPostgres(${JSON.stringify(options)});
       console.log(JSON.stringify({ url, pid: child.pid }));
       setInterval(() => {}, 1000);`,
    );
    await query(told.url, 'create table kept as select 7 as n');
    await killOwner();
    assert.notEqual(commandLineOf(told.pid), undefined);
    const next = await startPostgres(options);
    finallyDo(test, () => next.stop());
    assert.equal(commandLineOf(told.pid), undefined);
    assert.deepEqual(await query(next.url, 'select n from kept'), [{ n: 7 }]);
  });

  it('starts again at once after a crash', async (test) => {
    const folder = scratchFolder(test);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    const first = await startPostgres(options);
    await query(first.url, 'create table kept as select 7 as n');
    process.kill(first.child.pid, 'SIGKILL');
    await first.child.exited;
    const second = await startPostgres(options);
    finallyDo(test, () => second.stop());
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 7 }]);
  });

  it('leaves a server alone that somebody is using', async (test) => {
    const folder = scratchFolder(test);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    const first = await startPostgres(options);
    finallyDo(test, () => first.stop());
    await assert.rejects(startPostgres(options), /is in use by a PostgreSQL that runs/);
    assert.deepEqual(await query(first.url, 'select 1 as one'), [{ one: 1 }]);
  });

  it('is removed whole', async (test) => {
    const folder = scratchFolder(test);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    await (await startPostgres(options)).stop();
    removePostgres(options.dataDir);
    assert.equal(existsSync(options.dataDir), false);
  });
});

const isRoot = process.getuid?.() === 0;
describe('startPostgres as root', { skip: !isRoot }, () => {
  it('works below a folder that is closed to others', async (test) => {
    const options = checkoutIn(test, closedFolder(test), 'a');
    await makeKept(options);
    await assertKept(options);
    const place = realpathSync(options.dataDir);
    assert.ok(isLink(options.dataDir));
    removePostgres(options.dataDir);
    assert.equal(existsSync(place), false);
  });

  it('takes the data along when the folder is closed later', async (test) => {
    const folder = scratchFolder(test);
    const options = checkoutIn(test, folder, 'a');
    await makeKept(options);
    assert.equal(isLink(options.dataDir), false);
    const { uid } = statSync(join(options.dataDir, 'data'));
    chmodSync(folder, 0o700);
    await assertKept(options);
    assert.ok(isLink(options.dataDir));
    assert.equal(statSync(join(options.dataDir, 'data')).uid, uid);
    assert.equal(statSync(join(options.dataDir, 'password')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(join(folder, 'a')).toSorted(), ['postgres', 'run']);
  });

  const isOtherDisk = existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync('/var').dev;
  it('takes them to another file system', { skip: !isOtherDisk }, async (test) => {
    const folder = scratchFolder(test, '/dev/shm');
    const options = checkoutIn(test, folder, 'a');
    await makeKept(options);
    const { uid } = statSync(join(options.dataDir, 'data'));
    chmodSync(folder, 0o700);
    await assertKept(options);
    const place = realpathSync(options.dataDir);
    assert.notEqual(statSync(place).dev, statSync(folder).dev);
    assert.equal(statSync(join(place, 'data')).uid, uid);
    assert.deepEqual(readdirSync(join(folder, 'a')).toSorted(), ['postgres', 'run']);
  });

  it('finds them after a move that was interrupted', async (test) => {
    const options = checkoutIn(test, closedFolder(test), 'a');
    await makeKept(options);
    renameSync(options.dataDir, `${options.dataDir}.new`);
    await assertKept(options);
  });

  it('leaves them where they are when they cannot be moved', async (test) => {
    const folder = scratchFolder(test);
    const options = checkoutIn(test, folder, 'a');
    await makeKept(options);
    chmodSync(folder, 0o700);
    mkdirSync(`${options.dataDir}.new`);
    await assert.rejects(startPostgres(options), /nothing was lost/);
    chmodSync(folder, 0o755);
    await assertKept(options);
    assert.equal(isLink(options.dataDir), false);
  });

  it('keeps those of a moved checkout while others start', async (test) => {
    const folder = closedFolder(test);
    await makeKept(checkoutIn(test, folder, 'a'));
    renameSync(join(folder, 'a'), join(folder, 'b'));
    const moved = checkoutIn(test, folder, 'b');
    await makeKept(checkoutIn(test, folder, 'other'));
    await assertKept(moved);
    assert.equal(readFileSync(join(moved.dataDir, 'linked-from'), 'utf8'), moved.dataDir);
  });

  it('ends the server of a checkout that was moved while it ran', async (test) => {
    const folder = scratchFolder(test);
    const before = checkoutIn(test, folder, 'a');
    const { told, killOwner } = await ownerProcess(
      test,
      `import { startPostgres } from ${JSON.stringify(launcherUrl('postgres.mjs'))};
       const { url, child } = await startPostgres(${JSON.stringify(before)});
       console.log(JSON.stringify({ url, pid: child.pid }));
       setInterval(() => {}, 1000);`,
    );
    await query(told.url, 'create table kept as select 7 as n');
    await killOwner();
    renameSync(join(folder, 'a'), join(folder, 'b'));
    chmodSync(folder, 0o700);
    const moved = checkoutIn(test, folder, 'b');
    await assertKept({ ...moved, runDir: join(folder, 'new-run') });
    assert.equal(commandLineOf(told.pid), undefined);
  });

  it('starts on a copy that belongs to root', async (test) => {
    const folder = scratchFolder(test);
    await makeKept(checkoutIn(test, folder, 'a'));
    cpSync(join(folder, 'a'), join(folder, 'b'), { recursive: true });
    await assertKept(checkoutIn(test, folder, 'b'));
  });
});

/** @param {import('node:test').TestContext} test */
function closedFolder(test) {
  const folder = scratchFolder(test);
  chmodSync(folder, 0o700);
  return folder;
}

/**
 * Where a checkout keeps its data, wherever they come to lie.
 * @param {import('node:test').TestContext} test
 * @param {string} folder
 * @param {string} name
 */
function checkoutIn(test, folder, name) {
  const dataDir = join(folder, name, 'postgres');
  finallyDo(test, () => removePostgres(dataDir));
  return { dataDir, runDir: join(folder, name, 'run') };
}

/** @param {import('./postgres.mjs').PostgresOptions} options */
async function makeKept(options) {
  const postgres = await startPostgres(options);
  await query(postgres.url, 'create table kept as select 7 as n').finally(postgres.stop);
}

/** @param {import('./postgres.mjs').PostgresOptions} options */
async function assertKept(options) {
  const postgres = await startPostgres(options);
  const rows = await query(postgres.url, 'select n from kept').finally(postgres.stop);
  assert.deepEqual(rows, [{ n: 7 }]);
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path).isSymbolicLink();
}
