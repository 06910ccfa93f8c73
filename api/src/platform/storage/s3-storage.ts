import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListMultipartUploadsCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type BlobStorage, type ByteRange, isKey, StorageFailure } from './blob-storage.ts';

/** Where an S3-compatible storage is, and in whose name it is used. */
export interface S3Options {
  /** Empty for Amazon's own. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** How long it may be silent in the midst of an answer, in milliseconds. */
  readonly timeoutMs: number;
}

const mostTries = 3;
/** What servers call it when there is no room: MinIO, SeaweedFS and Ceph, each in its way. */
const fullNames = ['XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage'];

/** Keeps each thing as an object of one bucket, which is there already. Large ones go in parts. */
export class S3Storage implements BlobStorage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(options: S3Options) {
    const { endpoint, region, accessKey, secretKey, timeoutMs } = options;
    this.bucket = options.bucket;
    this.client = new S3Client({
      ...(endpoint === '' ? {} : { endpoint }),
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // A bucket's name in the host needs a certificate and a name for each; not every server has that.
      forcePathStyle: endpoint !== '',
      maxAttempts: mostTries,
      requestHandler: { connectionTimeout: timeoutMs, socketTimeout: timeoutMs },
      // Newer checksums are unknown to many compatible servers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async write(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const source = new Watched(content);
    const Body = Readable.from(source, { objectMode: false });
    const upload = new Upload({ client: this.client, params: { ...this.at(key), Body } });
    try {
      await upload.done();
    } catch (error) {
      // What went wrong first is what is told.
      throw source.fault ?? asFailure(error);
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable | null> {
    const Range = range && `bytes=${String(range.first)}-${String(range.last)}`;
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ ...this.at(key), Range }));
      return Body instanceof Readable ? Body : Readable.from([]);
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return null;
      throw asFailure(error);
    }
  }

  async delete(key: string): Promise<void> {
    await this.remotely(this.client.send(new DeleteObjectCommand(this.at(key))));
  }

  async removeUnfinished(before: number): Promise<number> {
    const { client, bucket: Bucket } = this;
    let removed = 0;
    try {
      const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
      for (const { Key, UploadId, Initiated } of Uploads ?? []) {
        if (!Initiated || Initiated.getTime() >= before) continue;
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        removed += 1;
      }
    } catch (error) {
      throw asFailure(error);
    }
    return removed;
  }

  async checkHealth(): Promise<void> {
    await this.remotely(this.client.send(new HeadBucketCommand({ Bucket: this.bucket })));
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    if (!isKey(key)) throw new Error('this cannot be a key of the storage');
    return { Bucket: this.bucket, Key: key };
  }

  private async remotely(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      throw asFailure(error);
    }
  }
}

/** Passes on what comes, and remembers what went wrong with it. */
class Watched implements AsyncIterable<Uint8Array> {
  fault: Error | null = null;

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.content;
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error(String(error));
      throw this.fault;
    }
  }
}

function asFailure(error: unknown): StorageFailure {
  const isFull = error instanceof Error && fullNames.includes(error.name);
  return new StorageFailure(isFull ? 'FULL' : 'AWAY', error);
}
