import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Child, freePort, rejectWhenEnded, startProcess } from '../../launcher/processes.mjs';
import { waitUntil } from '../../launcher/waiting.mjs';

/** Where Redis is, if it is installed. */
export function findRedis(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path));
}

/** A real Redis on loopback, which can be killed, started again and stand still. */
export class RedisServer implements AsyncDisposable {
  private child: Child | null = null;
  private readonly program: string;
  private readonly port: number;

  private constructor(program: string, port: number) {
    this.program = program;
    this.port = port;
  }

  static async open(program: string): Promise<RedisServer> {
    const server = new RedisServer(program, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const child = await startProcess({
      name: 'Redis',
      command: this.program,
      args: ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''],
      logFile: join(import.meta.dirname, '../../test-results/logs/redis.log'),
    });
    this.child = child;
    const options = { what: 'Redis', timeoutMs: 20_000, giveUp: rejectWhenEnded(child) };
    await waitUntil(() => this.answers(), options);
  }

  freeze(): void {
    if (this.child) process.kill(this.child.pid, 'SIGSTOP');
  }

  thaw(): void {
    if (this.child) process.kill(this.child.pid, 'SIGCONT');
  }

  async kill(): Promise<void> {
    await this.child?.kill();
    this.child = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  private async answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }
}
