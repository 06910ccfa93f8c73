import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
// eslint-disable-next-line no-restricted-syntax -- a slow wire is what is tried
import { setTimeout as pause } from 'node:timers/promises';
import { Transform, type TransformCallback } from 'node:stream';

/** How a wire carries: as it should, late, not at all while connections stay open, or not at all. */
export type WireState = 'open' | 'slow' | 'silent' | 'cut';

/** What every piece takes longer on a slow wire. */
const slownessMs = 800;

/** A wire to a server of this machine that can be slow, silent and cut, and is mended again. */
export class Wire implements AsyncDisposable {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private readonly targetPort: number;
  private current: WireState = 'open';
  private change = Promise.withResolvers<void>();

  private constructor(targetPort: number) {
    this.targetPort = targetPort;
    this.server = createServer((near) => {
      this.join(near);
    });
  }

  /** A wire on a port of its own to a port of loopback. */
  static async to(targetPort: number): Promise<Wire> {
    const wire = new Wire(targetPort);
    wire.server.listen(0, '127.0.0.1');
    await once(wire.server, 'listening');
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  set state(state: WireState) {
    this.current = state;
    this.change.resolve();
    this.change = Promise.withResolvers();
    if (state !== 'cut') return;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.state = 'cut';
    await closed;
  }

  private join(near: Socket): void {
    if (this.current === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(this.targetPort, '127.0.0.1');
    for (const socket of [near, far]) this.keep(socket, socket === near ? far : near);
    near.pipe(this.carrier()).pipe(far);
    far.pipe(this.carrier()).pipe(near);
  }

  /** Holds each piece until the wire carries it. What is late stays in order. */
  private carrier(): Transform {
    const carry = async (piece: Buffer, done: TransformCallback) => {
      if (this.current === 'slow') await pause(slownessMs);
      while (this.current === 'silent') await this.change.promise;
      done(null, piece);
    };
    return new Transform({
      transform: (piece: Buffer, _encoding, done) => void carry(piece, done),
    });
  }

  private keep(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
