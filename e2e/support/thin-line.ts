import { type RemoteInfo, type Socket, createSocket } from 'node:dgram';
import { setTimeout as after } from 'node:timers';

/** What waits longer than that is dropped, as routers do. */
const longestQueueMs = 400;
/** What a packet weighs on the wire beside what is in it. */
const headerBytes = 28;

interface Line {
  upBps: number;
  downBps: number;
}

interface Lane {
  freeAt: number;
}

interface Flow {
  readonly socket: Socket;
  personId: string | null;
}

/**
 * What stands between browsers and a TURN server, packet by packet. The line of each person can be made thin:
 * packets then wait for their turn, and those for which the wait would be too long are lost.
 */
export class ThinLine implements AsyncDisposable {
  private readonly flows = new Map<string, Flow>();
  private readonly lines = new Map<string, Line>();
  private readonly lanes = new Map<string, Lane>();
  private readonly front = createSocket('udp4');
  /** Where the TURN server listens on this machine. */
  private readonly turnPort: number;

  private constructor(turnPort: number) {
    this.turnPort = turnPort;
    this.front.on('message', (packet, client) => {
      this.up(packet, client);
    });
  }

  static async start(port: number, turnPort: number): Promise<ThinLine> {
    const line = new ThinLine(turnPort);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    line.front.bind(port, '127.0.0.1', () => {
      resolve(undefined);
    });
    await promise;
    return line;
  }

  /** From now on so many bits a second get through to and from this person. */
  narrow(personId: string, line: Partial<Line>): void {
    this.lines.set(personId, { upBps: Infinity, downBps: Infinity, ...line });
  }

  widen(personId: string): void {
    this.lines.delete(personId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { socket } of this.flows.values()) socket.close();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.front.close(() => {
      resolve(undefined);
    });
    await promise;
  }

  private up(packet: Buffer, client: RemoteInfo): void {
    const flow = this.flowOf(client);
    // Who asks for a relay says so in plain words.
    flow.personId ??= personIn(packet);
    this.pass(flow.personId, 'upBps', packet, () => {
      flow.socket.send(packet, this.turnPort, '127.0.0.1');
    });
  }

  /** A browser sends from each of its addresses. */
  private flowOf({ address, port }: RemoteInfo): Flow {
    const name = `${address} ${String(port)}`;
    const known = this.flows.get(name);
    if (known) return known;
    const flow: Flow = { socket: createSocket('udp4'), personId: null };
    flow.socket.on('message', (packet) => {
      this.pass(flow.personId, 'downBps', packet, () => {
        this.front.send(packet, port, address);
      });
    });
    this.flows.set(name, flow);
    return flow;
  }

  private pass(personId: string | null, way: keyof Line, packet: Buffer, send: () => void): void {
    const bps = this.lines.get(personId ?? '')?.[way] ?? Infinity;
    const name = `${personId ?? ''} ${way}`;
    const now = performance.now();
    const freeAt = Math.max(now, this.lanes.get(name)?.freeAt ?? now);
    if (freeAt - now > longestQueueMs) return;
    const leavesAt = freeAt + ((packet.length + headerBytes) * 8000) / bps;
    this.lanes.set(name, { freeAt: leavesAt });
    if (leavesAt <= now) send();
    else after(send, leavesAt - now);
  }
}

/** The name under which a relay is asked for: until when the right to it holds, and whose it is. */
function personIn(packet: Buffer): string | null {
  return /\d+:([\da-f-]{36})/.exec(packet.toString('latin1'))?.[1] ?? null;
}
