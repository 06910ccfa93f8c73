import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { compiled, installation, readSet, readValues } from './testing/production-set.mjs';

const folder = mkdtempSync(join(tmpdir(), 'peerlearn-recording-'));
const installed = installation(folder);
/** @type {Record<string, string>} */
let values = {};
/** @type {import('./testing/production-set.mjs').ProductionSet} */
let set;

before(async () => {
  const { code, output } = await installed.makeEnv();
  assert.equal(code, 0, output);
  const wanted = { RECORDING: 'egress', STORAGE: 's3', LIVEKIT_REDIS: 'redis:6379' };
  values = { ...readValues(readFileSync(installed.env, 'utf8')), ...wanted };
  set = readSet(values);
});

after(() => rmSync(folder, { recursive: true }));

/** @param {string} name */
function environmentOf(name) {
  return set.services[name]?.environment ?? {};
}

/** @param {string} name */
function configOf(name) {
  return parse(set.configs[name]?.content ?? '');
}

/** The settings of the api as it uses them. */
async function apiConfig() {
  const { readEnv } = await compiled('platform/config/env.js');
  const { configFrom } = await compiled('platform/config/config.js');
  return configFrom(readEnv(environmentOf('api')));
}

describe('OPS ROOM-18 recording in the production set', () => {
  it('Egress and LiveKit find each other and believe each other', () => {
    const [egress, livekit] = [configOf('egress'), configOf('livekit')];
    assert.deepEqual(livekit.keys, { [egress.api_key]: egress.api_secret });
    assert.equal(egress.api_secret, values['LIVEKIT_API_SECRET']);
    assert.deepEqual(egress.redis, livekit.redis);
    assert.ok(new URL(egress.ws_url).hostname in set.services);
  });

  it('the api asks Egress how it is, and sends it to our page and to our storage', async () => {
    const { recording, egress, storage } = await apiConfig();
    assert.equal(recording.by, 'egress');
    assert.equal(Number(new URL(egress.healthUrl).port), configOf('egress').health_port);
    assert.equal(new URL(egress.pageUrl).pathname, '/record');
    for (const url of [egress.pageUrl, egress.healthUrl, storage.endpoint]) {
      assert.ok(new URL(url).hostname in set.services, `${url} is a part of the set`);
    }
    const account = environmentOf('storage');
    assert.equal(storage.accessKey, account['AWS_ACCESS_KEY_ID']);
    assert.equal(storage.secretKey, account['AWS_SECRET_ACCESS_KEY']);
    for (const name of ['api', 'egress', 'storage']) {
      assert.ok(set.services[name]?.networks?.includes('storage'), name);
    }
  });

  it('leads elsewhere where another storage is named', async () => {
    set = readSet({ ...values, S3_ENDPOINT: 'https://s3.example.org', S3_BUCKET: 'lessons' });
    const { storage } = await apiConfig();
    assert.equal(storage.endpoint, 'https://s3.example.org');
    assert.equal(storage.bucket, 'lessons');
  });
});
