import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import express from 'express';
import { parse } from 'yaml';
import { runCommand } from './commands.mjs';
import { findLiveKit, pinnedVersion } from './livekit-program.mjs';
import { repoRoot } from './paths.mjs';
import { builds } from './prepare.mjs';
import {
  compiled,
  findCompose,
  installation,
  outputOf,
  readSet,
} from './testing/production-set.mjs';
import { readText, readValues, variablesIn } from './testing/production-set.mjs';

/** @typedef {import('./testing/production-set.mjs').ProductionSet} ProductionSet */

const usual = ['web', 'api', 'postgres', 'mongo', 'redis', 'livekit', 'coturn'];
const onRequest = ['transcriber', 'mailcatcher', 'egress', 'storage', 'storage-bucket'];
/** What is reached from outside the server; the mail catcher only from the server itself. */
const published = {
  web: ['80:80/tcp', '443:443/tcp', '443:443/udp'],
  livekit: ['7881:7881/tcp', '7882:7882/udp'],
  mailcatcher: ['127.0.0.1:8025:8025/tcp'],
};

const folder = mkdtempSync(join(tmpdir(), 'peerlearn-production-'));
const installed = installation(folder);
const dockerfile = readText('docker/api/Dockerfile');
const variables = variablesIn(readText('docker-compose.yml'));
/** @type {Record<string, string>} */
let values = {};
/** @type {ProductionSet} */
let set;

before(async () => {
  const { code, output } = await installed.makeEnv();
  assert.equal(code, 0, output);
  values = readValues(readFileSync(installed.env, 'utf8'));
  set = readSet(values);
});

after(() => rmSync(folder, { recursive: true }));

/**
 * Whether a part says by itself that it works.
 * @param {string} name
 */
function tells(name) {
  const { healthcheck, build } = set.services[name] ?? {};
  return healthcheck !== undefined || (build && /^HEALTHCHECK/m.test(dockerfile));
}

/**
 * What is mounted: files of the repository, and volumes by their name.
 * @param {readonly string[]} mounts
 */
function split(mounts) {
  const sources = mounts.map((mount) => mount.split(':')[0] ?? '');
  const isFile = (/** @type {string} */ source) => source.startsWith('./');
  return [sources.filter(isFile), sources.filter((source) => !isFile(source))];
}

describe('OPS docker-compose.yml', () => {
  it('holds every part, each of an exact version', () => {
    assert.deepEqual(Object.keys(set.services).sort(), [...usual, ...onRequest].sort());
    for (const [name, { image, build, profiles }] of Object.entries(set.services)) {
      assert.equal(profiles === undefined, usual.includes(name), `${name} runs when it should`);
      if (!build) assert.match(image, /:v?\d+\.\d+(\.\d+)?[\w.-]*$/, name);
    }
    assert.equal(set.services['livekit']?.image, `livekit/livekit-server:v${pinnedVersion}`);
  });

  it('publishes no port but those for browsers', () => {
    const found = Object.entries(set.services).flatMap(([name, { ports }]) =>
      ports ? [[name, ports]] : [],
    );
    assert.deepEqual(Object.fromEntries(found), published);
    const onHost = Object.entries(set.services).filter(([, { network_mode: mode }]) => mode);
    assert.deepEqual(
      onHost.map(([name, { network_mode: mode }]) => [name, mode]),
      [['coturn', 'host']],
    );
    assert.equal(set.networks['data']?.internal, true);
    assert.deepEqual(set.services['postgres']?.networks, ['data']);
    assert.deepEqual(set.services['mongo']?.networks, ['data']);
  });

  it('starts its parts in order and again after a crash, and keeps their logs small', () => {
    for (const [name, service] of Object.entries(set.services)) {
      assert.match(service.restart, /^(unless-stopped|on-failure:\d+)$/, name);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
      assert.ok(service.logging.options['max-size'], `the log of ${name} is rotated`);
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        assert.ok(other in set.services, `${name} waits for ${other}, which is not there`);
        if (condition === 'service_healthy') assert.ok(tells(other), `${other} tells how it is`);
      }
    }
  });

  it('names only files, networks, volumes and settings that are there', () => {
    const services = Object.values(set.services);
    for (const network of services.flatMap(({ networks = [] }) => networks)) {
      assert.ok(network in set.networks, network);
    }
    for (const { source } of services.flatMap(({ configs = [] }) => configs)) {
      assert.ok(source in set.configs, source);
    }
    const [files = [], volumes = []] = split(services.flatMap(({ volumes: all = [] }) => all));
    const dockerfiles = services.flatMap(({ build }) => (build ? [build.dockerfile] : []));
    for (const file of [...files, ...dockerfiles]) {
      assert.ok(existsSync(join(repoRoot, file)), file);
    }
    assert.deepEqual(volumes.sort(), Object.keys(set.volumes).sort());
  });

  it('is taken by docker compose, which fills it in the same way', async (test) => {
    const command = await findCompose();
    if (!command) {
      test.skip('docker compose is not installed here');
      return;
    }
    const [program = '', ...first] = command;
    const run = (/** @type {string} */ env) => {
      const files = ['-f', installed.compose, '--env-file', env, '--profile', '*'];
      const args = [...first, ...files, 'config', '--format', 'json'];
      return runCommand({ command: program, args, env: { PATH: process.env['PATH'] ?? '' } });
    };
    const { code, output } = await run(installed.env);
    assert.equal(code, 0, output);
    const theirs = JSON.parse(output);
    assert.deepEqual(theirs.services.api.environment, set.services['api']?.environment);
    for (const [name, { content }] of Object.entries(set.configs)) {
      assert.equal(theirs.configs[name].content, content);
    }
    for (const name of variables.needed) {
      const text = readFileSync(installed.env, 'utf8').replace(RegExp(`^${name}=.*$`, 'm'), '');
      writeFileSync(join(folder, 'incomplete.env'), text);
      const refused = await run(join(folder, 'incomplete.env'));
      assert.notEqual(refused.code, 0, name);
      assert.ok(refused.output.includes(name), refused.output);
    }
  });
});

describe('OPS the api in the production set', () => {
  it('is given settings that it knows, all that it needs, and takes them', async () => {
    const { readEnv, settings } = await compiled('platform/config/env.js');
    const { configFrom } = await compiled('platform/config/config.js');
    const given = set.services['api']?.environment ?? {};
    assert.deepEqual(
      Object.keys(given).filter((name) => !(name in settings.shape) && name !== 'TMPDIR'),
      [],
    );
    const config = configFrom(readEnv(given));
    assert.equal(config.http.publicUrl, 'https://learn.example.org');
    assert.equal(config.http.host, '0.0.0.0');
    assert.equal(config.media.publicUrl, 'wss://media.example.org');
    assert.equal(config.jobs.backend, 'mongo');
    assert.equal(config.wakeUps.kind, 'redis');
    assert.equal(config.mail.kind, 'smtp');
    assert.equal(config.isMigrating, true);
    express().set('trust proxy', [...config.http.trustedProxies]);
    assert.equal(new URL(config.database.url).password, values['POSTGRES_PASSWORD']);
    const { database, jobs, wakeUps, mail, media } = config;
    for (const url of [database.url, jobs.mongoUrl, wakeUps.redisUrl, mail.smtpUrl, media.url]) {
      assert.ok(new URL(url).hostname in set.services, `${url} is a part of the set`);
    }
  });

  it('gives the transcriber settings that it knows, and it takes them', async () => {
    const { readTranscriberEnv } = await compiled('platform/config/transcriber-env.js');
    const { environment = {} } = set.services['transcriber'] ?? {};
    const { media, wakeUps, http } = readTranscriberEnv(environment);
    assert.equal(media.apiKey, set.services['api']?.environment?.['LIVEKIT_API_KEY']);
    assert.equal(wakeUps.kind, 'redis');
    assert.match(readText('docker/transcriber/Dockerfile'), new RegExp(`127.0.0.1:${http.port}/`));
    const [node] = /^FROM .*$/m.exec(dockerfile) ?? [];
    assert.ok(readText('docker/transcriber/Dockerfile').includes(node ?? 'nothing'));
  });

  it('is built on the Node of the lockfile, from files that Docker is let see', () => {
    const { devDependencies } = JSON.parse(readText('package.json'));
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base);
    const images = bases.filter((base) => base.includes(':'));
    assert.deepEqual(images, [`node:${devDependencies.node}-bookworm-slim`]);
    const seen = readText('.dockerignore').split('\n');
    assert.equal(
      seen.find((line) => line && !line.startsWith('#')),
      '*',
    );
    const copied = /^COPY (package\.json .*) \.\/$/m.exec(dockerfile)?.[1]?.split(' ') ?? [];
    assert.ok(copied.length > 0);
    for (const path of [...copied, ...builds.flatMap(({ sources }) => sources), 'launcher']) {
      assert.ok(seen.includes(`!${path}`), `${path} is in the build context`);
    }
    assert.match(dockerfile, /^USER node$/m);
    assert.ok(dockerfile.includes('/health/ready'));
  });
});

describe('OPS LiveKit and the way to it in the production set', () => {
  it('LiveKit takes its settings, and tells the api what happens', async () => {
    const config = parse(set.configs['livekit']?.content ?? '');
    const file = join(folder, 'livekit.yaml');
    writeFileSync(file, set.configs['livekit']?.content ?? '');
    const { path } = await findLiveKit();
    const args = ['--config', file, 'ports'];
    const { output } = await runCommand({ command: path, args, env: {} });
    assert.match(output, /^7880 - HTTP service$/m);
    assert.match(output, /^7881 - ICE\/TCP$/m);
    assert.match(output, /7882\)? - ICE\/UDP$/m);
    const { LIVEKIT_API_KEY: key = '', LIVEKIT_API_SECRET: secret } = values;
    assert.deepEqual(config.keys, { [key]: secret });
    assert.equal(config.webhook.api_key, key);
    const route = /noticePath = '([^']+)'/.exec(readText('api/src/media/media.ts'))?.[1] ?? '';
    assert.deepEqual(config.webhook.urls, [`http://api:3000${route}`]);
    assert.equal(config.room.auto_create, false);
    assert.equal(config.redis.address, '', 'rooms are kept in Redis only for Egress');
  });

  it('hands out the TURN server that runs, which relays to LiveKit alone', async () => {
    const { rtc } = parse(set.configs['livekit']?.content ?? '');
    const turn = new Map(
      (set.configs['coturn']?.content ?? '').split('\n').map((line) => {
        const [name = '', value = ''] = line.split('=');
        return [name, value];
      }),
    );
    assert.equal(rtc.turn_servers.length, 2);
    for (const server of rtc.turn_servers) {
      assert.equal(server.host, 'media.example.org');
      assert.equal(String(server.port), turn.get('listening-port'));
      assert.equal(server.secret, turn.get('static-auth-secret'));
    }
    const { readEnv } = await compiled('platform/config/env.js');
    const { configFrom } = await compiled('platform/config/config.js');
    const backup = 'turns:turn.example.net:443?transport=tcp';
    const withBackup = readSet({ ...values, BACKUP_TURN_URLS: backup });
    const place = `media.example.org:${turn.get('listening-port')}`;
    assert.deepEqual(configFrom(readEnv(withBackup.services['api']?.environment ?? {})).media.ice, {
      stunUrls: [`stun:${place}`],
      turnUrls: [`turn:${place}?transport=udp`, `turn:${place}?transport=tcp`, backup],
      turnSecret: turn.get('static-auth-secret'),
      isRelayOnly: false,
    });
    assert.equal(turn.get('allowed-peer-ip'), rtc.node_ip);
    assert.equal(rtc.node_ip, '203.0.113.10');
  });

  it('the proxy leads to the api and to LiveKit’s signalling, not to its API', async (test) => {
    const caddyfile = readText('docker/web/Caddyfile');
    const names = [...caddyfile.matchAll(/\{\$([A-Z_]+)\}/g)].map(([, name]) => name);
    assert.deepEqual(names, Object.keys(set.services['web']?.environment ?? {}));
    assert.ok(caddyfile.includes(`dynamic a api ${set.services['api']?.environment?.['PORT']} `));
    assert.ok(caddyfile.includes('reverse_proxy livekit:7880'));
    if (!(await outputOf('caddy', ['version']))) {
      test.skip('caddy is not installed here');
      return;
    }
    const env = { ...set.services['web']?.environment, PATH: process.env['PATH'] ?? '' };
    const args = ['validate', '--config', installed.caddyfile, '--adapter', 'caddyfile'];
    const { code, output } = await runCommand({ command: 'caddy', args, env });
    assert.equal(code, 0, output);
  });
});
