import { configFrom } from './config.ts';
import { readEnv } from './env.ts';
import { InvalidSettings } from './read-settings.ts';

const complete = {
  DATABASE_URL: 'postgresql://user:word@localhost:5432/peerlearn',
  LIVEKIT_URL: 'ws://localhost:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'x'.repeat(32),
  AUTH_SECRET: 'y'.repeat(32),
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readEnv(environment);
    return [];
  } catch (error) {
    if (error instanceof InvalidSettings) return error.faults;
    throw error;
  }
}

describe('readEnv', () => {
  it('OPS takes what is needed and fills in the rest', () => {
    const config = configFrom(readEnv(complete));
    expect(config.http).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      webRoot: null,
      trustedProxies: [],
      mostUnknownSockets: 1000,
      mostMutations: 1500,
    });
    expect(config.media.publicUrl).toBe('ws://localhost:7880');
    expect(config.sessions).toEqual({
      joinWindowMs: 900_000,
      noShowAfterMs: 600_000,
      rejoinWindowMs: 120_000,
      overrunMs: 900_000,
      completedShare: 0.8,
      warningsMs: [300_000, 60_000],
    });
  });

  it('OPS names every fault at once', () => {
    const faults = faultsOf({
      ...complete,
      DATABASE_URL: '',
      PORT: 'eighty',
      AUTH_SECRET: 'short',
      MAIL: 'pigeon',
      WAKE_UPS: 'redis',
      JOBS_BACKEND: 'mongo',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'AUTH_SECRET',
      'DATABASE_URL',
      'MAIL',
      'MONGO_URL',
      'PORT',
      'REDIS_URL',
    ]);
    expect(faults).toContain('DATABASE_URL: is missing');
    expect(faults).toContain('REDIS_URL: is needed when WAKE_UPS is redis');
  });

  it('OPS never repeats a secret in its complaint', () => {
    expect(faultsOf({ ...complete, AUTH_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('OPS knows no secret by default', () => {
    const names = faultsOf({}).map((fault) => fault.split(':')[0]);
    expect(names).toContain('AUTH_SECRET');
    expect(names).toContain('LIVEKIT_API_SECRET');
  });

  it('OPS takes an empty variable for one that is not set', () => {
    expect(readEnv({ ...complete, SMTP_URL: '', PORT: ' ' }).PORT).toBe(3000);
  });

  it('OPS wants a public address without a path', () => {
    expect(faultsOf({ ...complete, PUBLIC_URL: 'https://example.com/learn' })).toEqual([
      'PUBLIC_URL: must be an address without a path',
    ]);
    const { http } = configFrom(readEnv({ ...complete, PUBLIC_URL: 'https://example.com/' }));
    expect(http.publicUrl).toBe('https://example.com');
  });

  it('OPS keeps files on the disk, or in a bucket, of which all has to be known', () => {
    const disk = { kind: 'disk' as const, folder: '.data/files' };
    expect(configFrom(readEnv(complete)).storage).toEqual(disk);
    expect(faultsOf({ ...complete, STORAGE: 's3', S3_ENDPOINT: 'storage:8333' })).toEqual([
      'S3_ACCESS_KEY: is needed when STORAGE is s3',
      'S3_BUCKET: is needed when STORAGE is s3',
      'S3_ENDPOINT: must be an http:// or https:// address',
      'S3_SECRET_KEY: is needed when STORAGE is s3',
    ]);
    const given = { STORAGE: 's3', S3_BUCKET: 'b', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's' };
    const account = { endpoint: '', region: 'us-east-1', accessKey: 'a', secretKey: 's' };
    const storage = { kind: 's3' as const, bucket: 'b', ...account, timeoutMs: 10_000 };
    expect(configFrom(readEnv({ ...complete, ...given })).storage).toEqual(storage);
  });

  it('FAIL-4 reads the STUN and TURN servers in their order', () => {
    const turn = 'turn:one.example.com?transport=udp, turns:two.example.com:443';
    const given = {
      STUN_URLS: 'stun:one.example.com,',
      TURN_URLS: turn,
      TURN_SECRET: 'x'.repeat(16),
      MEDIA_RELAY_ONLY: 'true',
    };
    expect(configFrom(readEnv({ ...complete, ...given })).media.ice).toEqual({
      stunUrls: ['stun:one.example.com'],
      turnUrls: ['turn:one.example.com?transport=udp', 'turns:two.example.com:443'],
      turnSecret: 'x'.repeat(16),
      isRelayOnly: true,
    });
    const none = { stunUrls: [], turnUrls: [], turnSecret: null, isRelayOnly: false };
    expect(configFrom(readEnv(complete)).media.ice).toEqual(none);
  });

  it('FAIL-4 wants a secret for TURN, and addresses of the right kind', () => {
    expect(faultsOf({ ...complete, TURN_URLS: 'turn:one.example.com' })).toEqual([
      'TURN_SECRET: is needed when TURN_URLS is set',
    ]);
    expect(faultsOf({ ...complete, STUN_URLS: 'turn:one.example.com' })).toEqual([
      'STUN_URLS: must be stun: addresses, comma-separated',
    ]);
  });
});
