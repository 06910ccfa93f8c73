import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './test-api.ts';

/** Whether this machine has a Redis to test with. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A real Redis on a port of its own, which can be stopped in the middle of everything. */
export class TestRedis implements AsyncDisposable {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly ended: Promise<unknown>,
    private readonly client: Redis,
  ) {}

  /** Resolves when it answers. */
  static async start(port?: number): Promise<TestRedis> {
    const at = port ?? (await freePort());
    const settings = ['--port', String(at), '--bind', '127.0.0.1', '--save', ''];
    const child = spawn('redis-server', settings, { stdio: 'ignore' });
    const client = new Redis(at, '127.0.0.1', {
      retryStrategy: () => 20,
      maxRetriesPerRequest: null,
    });
    // It is tried until it is there; each try that was too early is no news.
    client.on('error', () => undefined);
    await client.ping();
    return new TestRedis(at, child, once(child, 'exit'), client);
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async has(key: string): Promise<boolean> {
    return (await this.client.exists(key)) === 1;
  }

  async forget(key: string): Promise<void> {
    await this.client.del(key);
  }

  /** Makes it silent: connections stay, and nothing is answered. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    this.client.disconnect();
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
