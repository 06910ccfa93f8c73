import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratchCheckout } from './testing/checkout.mjs';

const isUp = /learner\.link/;

/**
 * What `npm run person -- --email …` does in a checkout.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [settings]
 */
function person(root, settings = {}) {
  const file = join(root, 'launcher', 'operator.mjs');
  const args = [file, 'person', '--email', 'ana@example.com'];
  return spawnSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: undefined, ...settings },
    encoding: 'utf8',
  });
}

describe('npm run person', () => {
  it('works on the database of the `npm start` that runs, and says so where none does', async (test) => {
    const { root, port, start } = await scratchCheckout(test);
    const before = person(root);
    assert.equal(before.status, 1);
    assert.match(before.stderr, /npm start/);

    const run = start();
    await run.printed(isUp);
    assert.match(run.text(), /npm run person -- --email/);
    const file = join(root, '.data', 'running.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const noted = readFileSync(file, 'utf8');
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const [database, , secret] = /** @type {string[]} */ (await answer.json());
    const { status, stdout } = person(root);
    assert.equal(status, 3);
    assert.deepEqual(JSON.parse(stdout), {
      args: ['--email', 'ana@example.com'],
      database,
      secret,
      url: `http://localhost:${port}`,
    });
    const elsewhere = person(root, { DATABASE_URL: 'postgresql://elsewhere/one' });
    assert.equal(JSON.parse(elsewhere.stdout).database, 'postgresql://elsewhere/one');

    run.kill('SIGINT');
    await run.exited;
    assert.equal(existsSync(file), false);
    // As a start leaves it that was killed.
    writeFileSync(file, noted);
    assert.equal(person(root).status, 1);
  });
});
