import { TestBed } from '@angular/core/testing';
import { type Observable, Subject, defer, of, throwError } from 'rxjs';
import { FakePageLife, FakeSocketHealth } from '../testing/fake-platform';
import { settled } from '../testing/screen';
import { GraphqlClient } from './graphql-client';
import { type Fault, GraphqlErrors, GraphqlFailure } from './graphql-fault';
import { GraphqlWire } from './graphql-wire';
import { PageLife } from './page-life';
import { ServerTimeDocument, type ServerTimeQuery } from './server-clock-operations';
import { SocketHealth } from './socket-health';

type Result = Observable<unknown>;

const answer: ServerTimeQuery = { serverTime: '2030-03-04T12:00:00Z' };
const offline = new TypeError('Failed to fetch');

function refusal(code: string): GraphqlErrors {
  return new GraphqlErrors([{ message: 'no', extensions: { code } }]);
}

/** The wire, answering what the test gives it, one after the other. */
class FakeWire {
  readonly results: Result[] = [];
  readonly asked: unknown[] = [];
  readonly ways: ('post' | 'stream')[] = [];

  post(_query: string, variables: object): Result {
    return this.go('post', variables);
  }

  stream(_query: string, variables: object): Result {
    return this.go('stream', variables);
  }

  private go(way: 'post' | 'stream', variables: object): Result {
    return defer(() => {
      this.ways.push(way);
      this.asked.push(variables);
      return this.results.shift() ?? throwError(() => offline);
    });
  }
}

describe('GraphqlClient', () => {
  let wire: FakeWire;
  let socket: FakeSocketHealth;
  let page: FakePageLife;
  let client: GraphqlClient;

  beforeEach(() => {
    [wire, socket, page] = [new FakeWire(), new FakeSocketHealth(), new FakePageLife()];
    TestBed.configureTestingModule({
      providers: [
        { provide: GraphqlWire, useValue: wire },
        { provide: SocketHealth, useValue: socket },
        { provide: PageLife, useValue: page },
      ],
    });
    client = TestBed.inject(GraphqlClient);
  });

  async function faultOfQuery(): Promise<Fault | null> {
    try {
      await client.query(ServerTimeDocument, {});
      return null;
    } catch (error) {
      return error instanceof GraphqlFailure ? error.fault : null;
    }
  }

  it('API-3 gives the data of a question and of a command', async () => {
    wire.results.push(of(answer), of(answer));
    expect(await client.query(ServerTimeDocument, {})).toBe(answer);
    expect(await client.mutate(ServerTimeDocument, {})).toBe(answer);
  });

  describe('a command that may be repeated', () => {
    const command = () => client.mutate(ServerTimeDocument, {}, 'repeatable');

    it('ROOM-7 takes the open socket', async () => {
      wire.results.push(of(answer));
      expect(await command()).toBe(answer);
      expect(wire.ways).toEqual(['stream']);
    });

    it('FAIL-8 goes over HTTP while there is no socket', async () => {
      socket.fail(1);
      wire.results.push(of(answer));
      expect(await command()).toBe(answer);
      expect(wire.ways).toEqual(['post']);
    });

    it('FAIL-8 goes over HTTP when the socket breaks before it answers', async () => {
      wire.results.push(
        throwError(() => new Error('socket closed')),
        of(answer),
      );
      expect(await command()).toBe(answer);
      expect(wire.ways).toEqual(['stream', 'post']);
    });

    it('FAIL-10 is not repeated when the server refuses it', async () => {
      wire.results.push(throwError(() => refusal('FORBIDDEN')));
      await expectAsync(command()).toBeRejected();
      expect(wire.asked.length).toBe(1);
    });
  });

  const faults: readonly [name: string, result: Result, fault: Fault][] = [
    ['FAIL-8 no network', throwError(() => offline), 'unreachable'],
    ['FAIL-10 an error of the server', throwError(() => refusal('NOT_FOUND')), 'not-found'],
    ['FAIL-12 no data and no error', of(null), 'unreachable'],
  ];
  for (const [name, result, fault] of faults) {
    it(`${name} is "${fault}"`, async () => {
      wire.results.push(result);
      expect(await faultOfQuery()).toBe(fault);
    });
  }

  it('FAIL-10 tells when the server does not know who we are any more', async () => {
    let goodbyes = 0;
    client.signedOut.subscribe(() => goodbyes++);
    wire.results.push(throwError(() => refusal('UNAUTHENTICATED')));
    await faultOfQuery();
    socket.refused.next();
    expect(goodbyes).toBe(2);
  });

  it('FAIL-8 asks until there is an answer, telling each failure', async () => {
    const told: Fault[] = [];
    const answers: unknown[] = [];
    wire.results.push(
      throwError(() => offline),
      throwError(() => refusal('INTERNAL_SERVER_ERROR')),
      of(answer),
    );
    const asking = client.ask(ServerTimeDocument, {}, (fault) => told.push(fault));
    asking.subscribe((value) => answers.push(value));
    await settled();
    page.returns.next();
    await settled();
    socket.reconnect();
    await settled();
    expect(told).toEqual(['unreachable', 'failed']);
    expect(answers).toEqual([answer]);
  });

  it('FAIL-10 does not ask again where it is of no use', async () => {
    const faults: unknown[] = [];
    wire.results.push(throwError(() => refusal('NOT_FOUND')));
    client
      .ask(ServerTimeDocument, {}, () => undefined)
      .subscribe({ error: (error: GraphqlFailure) => faults.push(error.fault) });
    await settled();
    socket.reconnect();
    await settled();
    expect(faults).toEqual(['not-found']);
    expect(wire.asked.length).toBe(1);
  });

  it('FAIL-8 a broken stream goes on at the newest cursor', () => {
    const cursors = ['first', 'second', 'third', 'fourth'];
    const [broken, closed, live] = [new Subject<never>(), new Subject<never>(), new Subject()];
    wire.results.push(
      broken,
      throwError(() => offline),
      closed,
      live,
    );
    const got: unknown[] = [];
    client
      .follow(ServerTimeDocument, () => ({ after: cursors.shift() }) as never)
      .subscribe((value) => got.push(value));
    broken.error(offline);
    socket.reconnect();
    socket.reconnect();
    closed.complete();
    socket.reconnect();
    live.next(answer);
    expect(wire.asked).toEqual(['first', 'second', 'third', 'fourth'].map((after) => ({ after })));
    expect(got).toEqual([answer]);
  });

  it('FAIL-8 all streams try a socket that is down together', () => {
    jasmine.clock().install();
    try {
      const streams = [new Subject<never>(), new Subject<never>(), new Subject<never>()];
      wire.results.push(...streams, ...streams.map(() => new Subject<never>()));
      for (const _ of streams) client.follow(ServerTimeDocument, () => ({})).subscribe();
      socket.fail(1);
      for (const stream of streams) stream.error(offline);
      jasmine.clock().tick(20_000);
      expect(wire.asked.length).toBe(3);
      socket.attempts.next();
      expect(wire.asked.length).toBe(6);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('FAIL-8 a stream tries again by itself where the socket works', () => {
    jasmine.clock().install();
    try {
      wire.results.push(
        throwError(() => refusal('INTERNAL_SERVER_ERROR')),
        new Subject(),
      );
      client.follow(ServerTimeDocument, () => ({})).subscribe();
      jasmine.clock().tick(400);
      expect(wire.asked.length).toBe(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('FAIL-10 a stream that may not be read ends with the reason', () => {
    const faults: unknown[] = [];
    wire.results.push(throwError(() => refusal('FORBIDDEN')));
    client
      .follow(ServerTimeDocument, () => ({}))
      .subscribe({ error: (error: GraphqlFailure) => faults.push(error.fault) });
    socket.reconnect();
    expect(faults).toEqual(['forbidden']);
  });

  it('FAIL-5 sends its last words without waiting for an answer', async () => {
    const sent: unknown[] = [];
    spyOn(navigator, 'sendBeacon').and.callFake((url, body) => {
      sent.push(url, body);
      return true;
    });
    client.sendLast(ServerTimeDocument, {});
    const [url, body] = sent;
    expect(url).toBe('/graphql');
    const text = body instanceof Blob ? await body.text() : '';
    expect(JSON.parse(text)).toEqual({
      query: jasmine.stringContaining('serverTime') as unknown,
      variables: {},
    });
  });
});
