import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { S3Options } from '../src/platform/storage/s3-storage.ts';
import { freePort } from './test-api.ts';

type Launcher = typeof import('../../launcher/s3-server.mjs');

// Compiled tests lie one folder deeper than their sources, so the path is made when they run.
const launcher = (await import(
  new URL('../../../launcher/s3-server.mjs', import.meta.url).href
)) as Launcher;
const program = await launcher.findS3Server({ mayBuild: false }).catch(() => undefined);

/** Whether this machine has an S3-compatible server to test with. */
export const hasS3Server = program !== undefined;

const bucket = 'peerlearn';
const account = { accessKey: 'peerlearn-tests', secretKey: 'no-secret-of-anybody' };

/** A real S3-compatible server with one bucket, on a port of its own. */
export class TestS3 implements AsyncDisposable {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves when it listens. */
  static async start(): Promise<TestS3> {
    const folder = await mkdtemp(join(tmpdir(), 'peerlearn-s3-'));
    await mkdir(join(folder, 'data', bucket), { recursive: true });
    await mkdir(join(folder, 'notes'));
    const port = await freePort();
    const { accessKey, secretKey } = account;
    const own = [
      '--port',
      `127.0.0.1:${String(port)}`,
      '--access',
      accessKey,
      '--secret',
      secretKey,
    ];
    const kept = ['posix', '--sidecar', join(folder, 'notes'), join(folder, 'data')];
    const child = spawn(program ?? '', [...own, ...kept], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(createInterface(child.stdout), 'line');
    return new TestS3(folder, port, child);
  }

  private get client(): S3Client {
    const { endpoint, region, accessKey, secretKey } = this.options;
    const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
    return new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  }

  get options(): S3Options {
    const endpoint = `http://127.0.0.1:${String(this.port)}`;
    return { endpoint, region: 'us-east-1', bucket, ...account, timeoutMs: 2000 };
  }

  /** How many objects there are, and uploads of some. */
  async count(): Promise<number> {
    const whole = await this.client.send(new ListObjectsV2Command({ Bucket: bucket }));
    const begun = await this.client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    return (whole.Contents ?? []).length + (begun.Uploads ?? []).length;
  }

  /** Begins an upload that nobody ends. */
  async leaveHalf(): Promise<void> {
    const half = { Bucket: bucket, Key: 'files/half' };
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(half));
    const part = { ...half, UploadId, PartNumber: 1, Body: 'half' };
    await this.client.send(new UploadPartCommand(part));
  }

  /** Makes it silent: connections stay, and nothing is answered. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
