import { buffer } from 'node:stream/consumers';
import { StorageFailure } from '../src/platform/storage/blob-storage.ts';
import { S3Storage } from '../src/platform/storage/s3-storage.ts';
import { blobStorageContract } from './contracts/blob-storage.contract.ts';
import { Meeting } from './meeting.ts';
import { hasS3Server, TestS3 } from './test-s3.ts';
import { download, upload } from './uploads.ts';

const megabyte = 1024 * 1024;

describe('S3Storage', () => {
  if (!hasS3Server) {
    it('FAIL-12 is tried against a real server', () => {
      pending('no S3-compatible server: Go is not installed, or could not fetch it');
    });
    return;
  }

  blobStorageContract(async () => {
    const server = await TestS3.start();
    return {
      storage: new S3Storage(server.options),
      count: () => server.count(),
      leaveHalf: () => server.leaveHalf(),
      takeAway: () => server.kill(),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  });

  describe('with one server', () => {
    let server: TestS3;

    beforeEach(async () => {
      server = await TestS3.start();
    });

    afterEach(() => server[Symbol.asyncDispose]());

    async function* large(pieces: number, fault?: Error): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < pieces; piece += 1) {
        yield await Promise.resolve(Buffer.alloc(megabyte, piece));
      }
      if (fault) throw fault;
    }

    it('ROOM-18 keeps what is larger than one part', async () => {
      const storage = new S3Storage(server.options);
      await storage.write('recordings/a', large(23));
      const range = { first: 22 * megabyte - 1, last: 22 * megabyte };
      const content = await storage.read('recordings/a', range);
      expect(content && [...(await buffer(content))]).toEqual([21, 22]);
    });

    it('FAIL-12 keeps no part of what broke off after some', async () => {
      const storage = new S3Storage(server.options);
      const writing = storage.write('recordings/a', large(23, new Error('the sender has gone')));
      await expectAsync(writing).toBeRejectedWithError('the sender has gone');
      expect(await server.count()).toBe(0);
    });

    it('FAIL-12 waits no longer than it should for a server that is silent', async () => {
      const storage = new S3Storage({ ...server.options, timeoutMs: 200 });
      await expectAsync(storage.checkHealth()).toBeResolved();
      server.freeze();
      await expectAsync(storage.checkHealth()).toBeRejectedWithError(StorageFailure);
      await expectAsync(storage.read('files/a')).toBeRejectedWithError(StorageFailure);
      await expectAsync(storage.write('files/a', large(1))).toBeRejectedWithError(StorageFailure);
    });

    it('ROOM-7 keeps what people share, and readiness says when it is away', async () => {
      const { endpoint, bucket, accessKey, secretKey } = server.options;
      await using meeting = await Meeting.plan({
        STORAGE: 's3',
        S3_ENDPOINT: endpoint,
        S3_BUCKET: bucket,
        S3_ACCESS_KEY: accessKey,
        S3_SECRET_KEY: secretKey,
      });
      const { body } = await upload(meeting, 'kept elsewhere');
      expect(await (await download(meeting, body.id, {}, 'learner')).text()).toBe('kept elsewhere');
      expect(await server.count()).toBe(1);
      await server.kill();
      const ready = await fetch(`${meeting.api.url}/health/ready`);
      expect(await ready.json()).toEqual(jasmine.objectContaining({ storage: 'down' }));
    });

    const wrong: readonly [string, Partial<TestS3['options']>][] = [
      ['a secret that is not right', { secretKey: 'another' }],
      ['a bucket that is not there', { bucket: 'nowhere' }],
    ];
    for (const [what, parts] of wrong) {
      it(`FAIL-12 says that it cannot work with ${what}`, async () => {
        const storage = new S3Storage({ ...server.options, ...parts });
        await expectAsync(storage.checkHealth()).toBeRejectedWithError(StorageFailure);
        await expectAsync(storage.write('files/a', large(1))).toBeRejectedWithError(StorageFailure);
        await expectAsync(storage.read('files/a')).toBeRejectedWithError(StorageFailure);
      });
    }
  });
});
