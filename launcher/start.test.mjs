import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratchCheckout } from './testing/checkout.mjs';
import { findSpeechModels } from './speech-models.mjs';
import { finallyDo, query } from './testing/scratch.mjs';
import { waitUntil } from './waiting.mjs';

const isUp = /learner\.link/;

/**
 * What the stand-in was given: database, LiveKit, secret, address, web root.
 * @param {number} port
 * @returns {Promise<string[]>}
 */
async function settingsOf(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
  return /** @type {Promise<string[]>} */ (answer.json());
}

/** @param {string} root */
function leftovers(root) {
  return readdirSync(join(root, '.data', 'run'));
}

describe('npm start', () => {
  it('prints the address and two links, and ends in order at Ctrl-C', async (test) => {
    const { root, port, start } = await scratchCheckout(test);
    const run = start();
    const text = await run.printed(isUp);
    assert.ok(text.includes(`http://localhost:${port}`) && text.includes('http://mentor.link'));
    const [database = '', livekit = '', secret = ''] = await settingsOf(port);
    assert.deepEqual(await query(database, 'select 1 as one'), [{ one: 1 }]);
    assert.equal((await fetch(livekit.replace('ws', 'http'))).status, 200);
    assert.ok(secret.length >= 32);
    assert.equal(statSync(join(root, '.data', 'secrets.json')).mode & 0o777, 0o600);
    run.kill('SIGINT');
    assert.equal(await run.exited, 0);
    const order = [...run.text().matchAll(/✓ (.*) ended/g)].map(([, name]) => name);
    assert.deepEqual(order, ['The API', 'LiveKit', 'PostgreSQL']);
    assert.match(readFileSync(join(root, '.data', 'logs', 'api.log'), 'utf8'), /drained/);
    assert.deepEqual(leftovers(root), []);
  });

  it('ends cleanly when npm passes the same Ctrl-C on', async (test) => {
    const { root, start } = await scratchCheckout(test);
    const run = start();
    await run.printed(isUp);
    run.kill('SIGINT');
    run.kill('SIGINT');
    assert.equal(await run.exited, 0);
    assert.match(readFileSync(join(root, '.data', 'logs', 'api.log'), 'utf8'), /drained/);
  });

  it('keeps the data and the secrets, and --reset begins anew', async (test) => {
    const { port, start } = await scratchCheckout(test);
    const first = start();
    await first.printed(isUp);
    const [database = '', , secret] = await settingsOf(port);
    await query(database, 'create table kept as select 7 as n');
    first.kill('SIGTERM');
    await first.exited;

    const second = start();
    await second.printed(isUp);
    const [sameDatabase = '', , sameSecret] = await settingsOf(port);
    assert.deepEqual(await query(sameDatabase, 'select n from kept'), [{ n: 7 }]);
    assert.equal(sameSecret, secret);
    second.kill('SIGTERM');
    await second.exited;

    const third = start('--reset');
    await third.printed(isUp);
    const [newDatabase = '', , newSecret] = await settingsOf(port);
    assert.deepEqual(await query(newDatabase, `select to_regclass('kept') as t`), [{ t: null }]);
    assert.notEqual(newSecret, secret);
  });

  it('says in one line which part died, and ends the rest', async (test) => {
    const { root, port, start } = await scratchCheckout(test);
    const run = start();
    await run.printed(isUp);
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => undefined);
    assert.equal(await run.exited, 1);
    assert.match(
      run.text(),
      /✗ The API ended unexpectedly \(exit code 7\); its log is \.data\/logs\/api\.log\n +out of ink/,
    );
    assert.deepEqual(leftovers(root), []);
  });

  it('does without what understands speech, and says why', async (test) => {
    const { port, startWith } = await scratchCheckout(test);
    const run = startWith({ SPEECH: '', SPEECH_MODELS: '/nowhere' });
    const text = await run.printed(isUp);
    assert.match(text, /– What is said is not written down: SPEECH_MODELS names \/nowhere/);
    assert.equal((await settingsOf(port)).length, 5);
  });

  it('starts the transcriber again when it dies, and ends it with the rest', async (test) => {
    const models = await findSpeechModels().catch(() => undefined);
    if (!models) return test.skip('the speech model cannot be had here');
    const { root, startWith } = await scratchCheckout(test);
    const run = startWith({ SPEECH: '', SPEECH_MODELS: models });
    await run.printed(isUp);
    const pids = () =>
      leftovers(root)
        .map((name) => JSON.parse(readFileSync(join(root, '.data', 'run', name), 'utf8')))
        .filter(({ name }) => name === 'The transcriber')
        .map(({ pid }) => pid);
    const [first] = pids();
    process.kill(first, 'SIGKILL');
    await run.printed(/The transcriber ended unexpectedly \(signal SIGKILL\).*started again/);
    await waitUntil(() => pids().length === 1 && pids()[0] !== first, {
      what: 'Another transcriber',
      timeoutMs: 20_000,
    });
    run.kill('SIGINT');
    assert.equal(await run.exited, 0);
    assert.match(run.text(), /✓ The transcriber ended/);
    assert.deepEqual(leftovers(root), []);
  });

  it('says so when the media server dies', async (test) => {
    const { root, start } = await scratchCheckout(test);
    const run = start();
    await run.printed(isUp);
    const records = leftovers(root).map((name) =>
      JSON.parse(readFileSync(join(root, '.data', 'run', name), 'utf8')),
    );
    process.kill(records.find(({ name }) => name === 'LiveKit').pid, 'SIGKILL');
    assert.equal(await run.exited, 1);
    assert.match(run.text(), /✗ LiveKit ended unexpectedly \(signal SIGKILL\)/);
    assert.deepEqual(leftovers(root), []);
  });

  it('names the port that is in use, and the setting', async (test) => {
    const { port, start } = await scratchCheckout(test);
    const server = createServer();
    await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
    finallyDo(test, () => server.close());
    const run = start();
    assert.equal(await run.exited, 1);
    const line = `✗ Port ${port} is in use by another program: choose another with \`npm start -- --port ${port + 1}\` (or PORT).`;
    assert.ok(run.text().includes(line), run.text());
  });

  it('lets a second start in the same checkout know of the first', async (test) => {
    const { port, start } = await scratchCheckout(test);
    const first = start();
    await first.printed(isUp);
    const second = start('--port', '1');
    assert.equal(await second.exited, 1);
    assert.ok(second.text().includes(`already runs from this folder at http://localhost:${port}`));
    assert.equal((await settingsOf(port)).length, 5);
  });

  it('ends what a killed start left behind', async (test) => {
    const { port, start } = await scratchCheckout(test);
    const first = start();
    await first.printed(isUp);
    const [database = ''] = await settingsOf(port);
    await query(database, 'create table kept as select 7 as n');
    first.kill('SIGKILL');
    await first.exited;
    const second = start();
    const text = await second.printed(isUp);
    assert.match(text, /Ended what a killed start left: The API, LiveKit, PostgreSQL/);
    const [newDatabase = ''] = await settingsOf(port);
    assert.deepEqual(await query(newDatabase, 'select n from kept'), [{ n: 7 }]);
  });

  it('gives up at Ctrl-C while it starts', async (test) => {
    const { root, start } = await scratchCheckout(test);
    const run = start();
    await run.printed(/✓ PostgreSQL/);
    run.kill('SIGINT');
    assert.equal(await run.exited, 0);
    assert.deepEqual(leftovers(root), []);
    assert.equal(existsSync(join(root, '.data', 'launcher.lock')), false);
  });
});
