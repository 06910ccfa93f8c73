import { EventEmitter } from 'node:events';
import type { Server, WebSocket as Wired } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { systemClock } from '../clock.ts';
import { createLogger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { wire } from './socket-wire.ts';

class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly protocol = 'graphql-transport-ws';
  readonly sent: string[] = [];
  readonly ended: unknown[] = [];
  bufferedAmount = 0;

  send(data: string, done: () => void): void {
    this.sent.push(data);
    done();
  }

  ping(): void {
    this.emit('pong');
  }

  close(code: number): void {
    this.ended.push(code);
  }

  terminate(): void {
    this.ended.push('terminated');
  }
}

describe('a wired socket', () => {
  let socket: FakeSocket;
  let wired: Wired;
  let taken: string[];

  beforeEach(() => {
    socket = new FakeSocket();
    taken = [];
    const server: Server<null> = {
      opened: (opened) => {
        wired = opened;
        opened.onMessage((data) => {
          taken.push(data);
          return data === 'bad' ? Promise.reject(new Error('cannot')) : Promise.resolve();
        });
        return () => Promise.resolve();
      },
    };
    const limits = { pingMs: 60_000, mostMessages: 3, mostWaitingBytes: 100 };
    const log = new RareLog(createLogger('silent'), systemClock);
    // Only these parts of a socket are used.
    wire(server, socket as unknown as WebSocket, null, { limits, log });
  });

  afterEach(() => {
    socket.emit('close', 1000, Buffer.from(''));
  });

  it('API-5 is cut where its reader lets too much wait, and not before', async () => {
    socket.bufferedAmount = 100;
    await wired.send('one');
    expect([socket.sent, socket.ended]).toEqual([['one'], []]);
    socket.bufferedAmount = 101;
    await wired.send('two');
    expect([socket.sent, socket.ended]).toEqual([['one'], ['terminated']]);
  });

  it('API-5 is closed where it says too much, of which nothing more is taken', () => {
    for (const word of ['a', 'b', 'c', 'd']) socket.emit('message', Buffer.from(word));
    expect([taken, socket.ended]).toEqual([['a', 'b', 'c'], [4429]]);
  });

  it('API-5 is closed where what it says cannot be handled, and errors end nothing else', async () => {
    socket.emit('error', new Error('max payload size exceeded'));
    socket.emit('message', Buffer.from('bad'));
    await Promise.resolve();
    expect(socket.ended).toEqual([4500]);
  });
});
