import { TestBed } from '@angular/core/testing';
import type { Client } from 'graphql-ws';
import { FakePageLife } from '../testing/fake-platform';
import { settled } from '../testing/screen';
import { PageLife } from './page-life';
import { SocketHealth } from './socket-health';

/** A WebSocket with the test at its other end. */
class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static latest: FakeSocket;
  readonly protocol = 'graphql-transport-ws';
  readonly sent: { readonly type: string }[] = [];
  readyState: number = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  onclose: ((event: unknown) => void) | null = null;
  onmessage: ((event: { readonly data: string }) => void) | null = null;

  constructor() {
    super();
    FakeSocket.latest = this;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as { type: string });
  }

  close(code: number, reason = ''): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason, wasClean: code === 1000 });
  }

  accept(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    this.say('connection_ack');
  }

  say(type: string): void {
    this.onmessage?.({ data: JSON.stringify({ type }) });
  }

  count(type: string): number {
    return this.sent.filter((message) => message.type === type).length;
  }
}

describe('SocketHealth', () => {
  const real = globalThis.WebSocket;
  let page: FakePageLife;
  let health: SocketHealth;
  let client: Client;

  beforeEach(() => {
    jasmine.clock().install();
    globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
    page = new FakePageLife();
    TestBed.configureTestingModule({ providers: [{ provide: PageLife, useValue: page }] });
    health = TestBed.inject(SocketHealth);
    client = health.createClient('ws://peerlearn.test/graphql');
  });

  afterEach(() => {
    client.terminate();
    globalThis.WebSocket = real;
    jasmine.clock().uninstall();
  });

  /** Follows something, so that there is a reason for a connection. */
  async function listen(): Promise<FakeSocket> {
    const nothing = () => undefined;
    client.subscribe(
      { query: 'subscription { x }' },
      { next: nothing, error: nothing, complete: nothing },
    );
    await settled();
    return FakeSocket.latest;
  }

  async function connect(): Promise<FakeSocket> {
    const socket = await listen();
    socket.accept();
    await settled();
    return socket;
  }

  it('OPS opens another line for another person, and calls that no failure', async () => {
    const before = await connect();
    health.hangUp();
    expect(before.readyState).toBe(FakeSocket.CLOSED);
    expect(health.isConnected()).toBe(false);
    expect(health.isDown()).toBe(false);
    const after = await listen();
    expect(after).not.toBe(before);
  });

  it('FAIL-11 knows when it is connected, and tells it', async () => {
    let connections = 0;
    health.connected.subscribe(() => connections++);
    await connect();
    expect(health.isConnected()).toBe(true);
    expect(health.failedAttempts()).toBe(0);
    expect(connections).toBe(1);
  });

  it('FAIL-11 pings every ten seconds and lives on while it is answered', async () => {
    const socket = await connect();
    jasmine.clock().tick(10_000);
    expect(socket.count('ping')).toBe(1);
    socket.say('pong');
    jasmine.clock().tick(9000);
    expect(health.isConnected()).toBe(true);
  });

  it('FAIL-11 closes a connection whose pong is missing', async () => {
    await connect();
    jasmine.clock().tick(14_900);
    expect(health.isConnected()).toBe(true);
    jasmine.clock().tick(200);
    expect(health.isConnected()).toBe(false);
    expect(health.isDown()).toBe(true);
  });

  it('FAIL-11 answers the pings of the server', async () => {
    const socket = await connect();
    socket.say('ping');
    expect(socket.count('pong')).toBe(1);
  });

  it('FAIL-8 counts failed attempts until one works', async () => {
    (await connect()).close(1006);
    await settled();
    expect(health.failedAttempts()).toBe(1);
    (await listen()).close(1006);
    await settled();
    expect(health.failedAttempts()).toBe(2);
    await connect();
    expect(health.failedAttempts()).toBe(0);
  });

  it('FAIL-8 says once when the next attempt is due', async () => {
    let attempts = 0;
    health.attempts.subscribe(() => attempts++);
    (await connect()).close(1006);
    jasmine.clock().tick(190);
    expect(attempts).toBe(0);
    jasmine.clock().tick(210);
    expect(attempts).toBe(1);
    jasmine.clock().tick(60_000);
    expect(attempts).toBe(1);
  });

  it('FAIL-8 asks for no attempt once it is connected again', async () => {
    let attempts = 0;
    health.attempts.subscribe(() => attempts++);
    (await connect()).close(1006);
    await connect();
    jasmine.clock().tick(5000);
    expect(attempts).toBe(0);
  });

  it('FAIL-8 notices at once that the device lost its network', async () => {
    await connect();
    page.losesNetwork.next();
    expect(health.isDown()).toBe(true);
  });

  it('FAIL-8 an own goodbye is no failure', async () => {
    (await connect()).close(1000);
    await settled();
    expect(health.isDown()).toBe(false);
  });

  it('FAIL-10 tells when the server does not know who we are', async () => {
    let refusals = 0;
    health.refused.subscribe(() => refusals++);
    (await listen()).close(4403);
    await settled();
    expect(refusals).toBe(1);
  });
});
