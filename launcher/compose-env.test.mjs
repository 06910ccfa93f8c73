import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  installation,
  readSet,
  readText,
  readValues,
  variablesIn,
} from './testing/production-set.mjs';

/** Secrets of services that an operator may do without. */
const ofOthers = ['SPEECH_API_KEY', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'];

const folder = mkdtempSync(join(tmpdir(), 'peerlearn-production-'));
const installed = installation(folder);
const variables = variablesIn(readText('docker-compose.yml'));
const example = readValues(readText('docker/.env.example'));
/** @type {Record<string, string>} */
let values = {};

before(async () => {
  const { code, output } = await installed.makeEnv();
  assert.equal(code, 0, output);
  values = readValues(readFileSync(installed.env, 'utf8'));
});

after(() => rmSync(folder, { recursive: true }));

describe('OPS docker/.env.example', () => {
  it('describes every variable that is used, and no other', () => {
    // Docker reads this one itself.
    const described = Object.keys(example).filter((name) => name !== 'COMPOSE_PROFILES');
    assert.deepEqual(described.sort(), [...variables.all].sort());
  });

  it('has no secret, and without one of its own nothing starts', () => {
    const secrets = Object.keys(example).filter((name) => /_(SECRET|PASSWORD|KEY)$/.test(name));
    assert.ok(secrets.length >= 10);
    for (const name of secrets) {
      assert.equal(example[name], '', name);
      assert.equal(variables.needed.has(name), !ofOthers.includes(name), name);
      if (ofOthers.includes(name)) continue;
      assert.throws(() => readSet({ ...values, [name]: '' }), RegExp(`^Error: ${name} is missing`));
    }
  });

  it('becomes an .env with secrets of its own, once', async () => {
    for (const name of variables.needed) assert.notEqual(values[name], '', name);
    const secrets = Object.keys(values).filter((name) => /_(SECRET|PASSWORD)$/.test(name));
    for (const name of secrets) assert.match(values[name] ?? '', /^[0-9a-f]{64}$/, name);
    assert.equal(new Set(secrets.map((name) => values[name])).size, secrets.length);
    assert.equal(statSync(installed.env).mode & 0o777, 0o600);
    const before = readFileSync(installed.env, 'utf8');
    assert.notEqual((await installed.makeEnv()).code, 0);
    assert.equal(readFileSync(installed.env, 'utf8'), before);
  });
});
