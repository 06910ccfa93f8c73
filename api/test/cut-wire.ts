import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** A wire to a server of this machine that can be cut, as when the server is away, and mended. */
export class CutWire implements AsyncDisposable {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<CutWire> {
    const wire = new CutWire(new URL(url));
    await wire.mend();
    return wire;
  }

  /** The address of the server, by way of this wire. */
  get url(): string {
    const address = new URL(this.target);
    address.host = `127.0.0.1:${String(this.port)}`;
    return address.href;
  }

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [near, far]) this.keep(socket);
      near.pipe(far).pipe(near);
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async cut(): Promise<void> {
    const closed = this.server && once(this.server, 'close');
    this.server?.close();
    this.server = null;
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Whoever is connected hears nothing any more, as from a server that is gone; who comes anew does. */
  silence(): void {
    for (const socket of this.sockets) socket.unpipe();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cut();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }
}
