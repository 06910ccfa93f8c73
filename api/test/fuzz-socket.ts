import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Question } from './fuzz-questions.ts';

/** A socket that keeps to no rules but those it is told to, and remembers what it was told. */
export class FuzzSocket implements AsyncDisposable {
  readonly received: string[] = [];
  closed: number | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.received.push(data.toString());
      this.wake();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.wake();
    });
    socket.on('error', () => undefined);
  }

  /** Opens and says hello. */
  static async open(url: string, cookie: string | undefined): Promise<FuzzSocket> {
    const headers = { origin: url, ...(cookie === undefined ? {} : { cookie }) };
    const address = `${url.replace(/^http/, 'ws')}/graphql`;
    const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
    const opened = new FuzzSocket(socket);
    await once(socket, 'open');
    opened.send(JSON.stringify({ type: 'connection_init' }));
    await opened.until(() => opened.received.length > 0);
    return opened;
  }

  send(data: string | Buffer): void {
    if (this.closed === null) this.socket.send(data);
  }

  ask(id: string, { query, variables }: Question): void {
    this.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
  }

  complete(id: string): void {
    this.send(JSON.stringify({ id, type: 'complete' }));
  }

  /** Resolves when everything that was sent before has been taken: it answers, or is closed. */
  async settled(): Promise<void> {
    const id = `last ${String(this.received.length)}`;
    this.ask(id, { query: '{ serverTime }', variables: {} });
    await this.until(() => this.received.some((line) => line.includes(id)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.until(() => false);
  }

  /** Resolves when that is so, or the socket has been closed. */
  private async until(isDone: () => boolean): Promise<void> {
    while (!isDone() && this.closed === null) {
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
    }
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}
