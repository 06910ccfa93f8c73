import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
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

  const isRoot = process.getuid?.() === 0;
  it('works for root below a folder that is closed to others', { skip: !isRoot }, async (test) => {
    const { chmodSync, lstatSync, realpathSync } = await import('node:fs');
    const folder = scratchFolder(test);
    chmodSync(folder, 0o700);
    const options = { dataDir: join(folder, 'postgres'), runDir: join(folder, 'run') };
    const first = await startPostgres(options);
    finallyDo(test, () => first.stop());
    await query(first.url, 'create table kept as select 7 as n');
    await first.stop();
    const second = await startPostgres(options);
    finallyDo(test, () => second.stop());
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 7 }]);
    await second.stop();
    const place = realpathSync(options.dataDir);
    assert.ok(lstatSync(options.dataDir).isSymbolicLink());
    removePostgres(options.dataDir);
    assert.equal(existsSync(place), false);
  });
});
