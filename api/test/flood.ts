import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';

/** Somebody who floods a socket, and vanishes. */
export type Flooder = (url: string, cookie: string) => Promise<Vanishing>;

/** What a flood came to: the code that the socket was closed with, or `null`; then it hangs up. */
export interface Vanishing {
  readonly closed: number | null;
  vanish(): void;
}

const hello = JSON.stringify({ type: 'connection_init' });
const subscribe = (id: number, query: string) =>
  JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } });
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Each kind of flood by its name. */
export const floods: Readonly<Record<string, Flooder>> = {
  'says nothing': (url, cookie) => open(url, cookie),
  'subscribes too often': async (url, cookie) => {
    const flood = await introduced(url, cookie);
    const queries = ['subscription { mySessionsChanged { id } }', '{ courses { id title } }'];
    for (const id of times(120)) flood.socket.send(subscribe(id, queries[id % 2] ?? ''));
    await flood.answered(60);
    return flood;
  },
  'asks and turns away': async (url, cookie) => {
    const flood = await introduced(url, cookie);
    for (const id of times(120)) {
      flood.socket.send(subscribe(id, 'subscription { mySessionsChanged { id } }'));
      flood.socket.send(JSON.stringify({ id: String(id), type: 'complete' }));
    }
    return flood;
  },
  'talks too much': async (url, cookie) => {
    const flood = await introduced(url, cookie);
    for (const _ of times(2000)) flood.socket.send('{"type":"ping"}');
    await flood.ended();
    return flood;
  },
  'sends a huge frame': async (url, cookie) => {
    const flood = await introduced(url, cookie);
    flood.socket.send('x'.repeat(300 * 1024));
    await flood.ended();
    return flood;
  },
  'reads nothing': async (url, cookie) => {
    const flood = await introduced(url, cookie);
    flood.socket.pause();
    const everything = '{ __schema { types { name description fields { name description } } } }';
    for (const id of times(5)) flood.socket.send(subscribe(id, everything));
    return flood;
  },
  'breaks off in the middle': (url, cookie) => halfFrame(url, cookie),
};

class Flood implements Vanishing {
  closed: number | null = null;
  private answers = 0;
  private wake: () => void = () => undefined;

  constructor(readonly socket: WebSocket) {
    socket.on('error', () => undefined);
    socket.on('message', () => {
      this.answers += 1;
      this.wake();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.wake();
    });
  }

  /** Resolves when so many messages have come, or the socket was closed. */
  async answered(count: number): Promise<void> {
    while (this.answers < count && this.closed === null) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  ended(): Promise<void> {
    return this.answered(Infinity);
  }

  vanish(): void {
    this.socket.terminate();
  }
}

async function open(url: string, cookie: string): Promise<Flood> {
  const flood = new Flood(
    new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie },
    }),
  );
  await Promise.race([once(flood.socket, 'open'), flood.ended()]);
  return flood;
}

async function introduced(url: string, cookie: string): Promise<Flood> {
  const flood = await open(url, cookie);
  flood.socket.send(hello);
  await flood.answered(1);
  return flood;
}

/** Says how long a message will be, and goes without a word when half of it is there. */
async function halfFrame(url: string, cookie: string): Promise<Vanishing> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const headers = [
    ...['GET /graphql HTTP/1.1', `Host: ${hostname}`, 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='],
    ...['Sec-WebSocket-Protocol: graphql-transport-ws', `Cookie: ${cookie}`],
  ];
  socket.write(`${headers.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.write(Buffer.from([0x81, 0xfe, 0xff, 0xff, 0, 0, 0, 0, ...Buffer.from('{"type":')]));
  return { closed: null, vanish: () => socket.resetAndDestroy() };
}
