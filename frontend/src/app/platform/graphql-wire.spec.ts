import { TestBed } from '@angular/core/testing';
import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws';
import { firstValueFrom } from 'rxjs';
import { GraphqlErrors, HttpRefusal } from './graphql-fault';
import { GraphqlWire } from './graphql-wire';
import { SocketHealth } from './socket-health';

const query = 'query Greeting($name:String!){greeting(name:$name)}';

function answers(body: unknown, status = 200, type = 'application/json'): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': type };
  fetched.and.resolveTo(new Response(text, { status, headers }));
}

let fetched: jasmine.Spy<typeof fetch>;

describe('GraphqlWire', () => {
  let wire: GraphqlWire;
  let sent: SubscribePayload[];
  let sink: Sink<FormattedExecutionResult<Record<string, unknown>, unknown>> | null;
  let isWatched: boolean;

  beforeEach(() => {
    [sent, sink, isWatched] = [[], null, true];
    fetched = spyOn(window, 'fetch');
    const client = {
      subscribe: (payload: SubscribePayload, next: typeof sink) => {
        sent.push(payload);
        sink = next;
        return () => {
          isWatched = false;
        };
      },
    } as unknown as Client;
    TestBed.configureTestingModule({
      providers: [{ provide: SocketHealth, useValue: { createClient: () => client } }],
    });
    wire = TestBed.inject(GraphqlWire);
  });

  const asked = () => firstValueFrom(wire.post(query, { name: 'Mia' }));

  it('API-3 asks over HTTP with text and variables, as our own page alone can', async () => {
    answers({ data: { greeting: 'Hello' } });
    expect(await asked()).toEqual({ greeting: 'Hello' });
    const [url, init] = fetched.calls.mostRecent().args;
    expect(url).toBe('/graphql');
    expect(JSON.parse(init?.body as string)).toEqual({ query, variables: { name: 'Mia' } });
    expect(init?.method).toBe('POST');
    expect(init?.credentials).toBe('same-origin');
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });

  it('API-3 asks anew for whoever tries again', async () => {
    const question = wire.post(query, { name: 'Mia' });
    answers({ data: { greeting: 'Hello' } });
    await firstValueFrom(question);
    answers({ data: { greeting: 'Hello again' } });
    expect(await firstValueFrom(question)).toEqual({ greeting: 'Hello again' });
  });

  it('FAIL-10 fails with the errors of the server, whatever the status', async () => {
    const report = { message: 'no', extensions: { code: 'FORBIDDEN' } };
    answers({ errors: [report], data: null }, 403, 'application/graphql-response+json');
    await expectAsync(asked()).toBeRejectedWith(new GraphqlErrors([report]));
  });

  const strangers: readonly [name: string, body: unknown, status: number, type: string][] = [
    ['FAIL-12 a gateway without its server', '<h1>Bad gateway</h1>', 502, 'text/html'],
    ['FAIL-10 a door-keeper', 'who are you', 401, 'text/plain'],
    ['FAIL-12 JSON that is no answer', { status: 'starting' }, 503, 'application/json'],
    ['FAIL-12 errors that are none', { errors: 'all' }, 500, 'application/json'],
    ['FAIL-12 nothing', 'null', 200, 'application/json'],
  ];
  for (const [name, body, status, type] of strangers) {
    it(`${name} is a refusal of HTTP`, async () => {
      answers(body, status, type);
      await expectAsync(asked()).toBeRejectedWith(new HttpRefusal(status));
    });
  }

  it('API-3 gives each result of a stream until it is left', () => {
    const got: unknown[] = [];
    const watching = wire.stream(query, { name: 'Mia' }).subscribe((data) => got.push(data));
    sink?.next({ data: { greeting: 'one' } });
    sink?.next({ data: { greeting: 'two' } });
    watching.unsubscribe();
    expect(sent).toEqual([{ query, variables: { name: 'Mia' } }]);
    expect(got).toEqual([{ greeting: 'one' }, { greeting: 'two' }]);
    expect(isWatched).toBeFalse();
  });

  const report = { message: 'no', extensions: { code: 'NOT_FOUND' } };
  const closed = new Error('socket closed');
  const ends: readonly [name: string, end: () => void, error: unknown][] = [
    [
      'FAIL-10 a result with errors',
      () => sink?.next({ errors: [report] }),
      new GraphqlErrors([report]),
    ],
    ['FAIL-10 a refused operation', () => sink?.error([report]), new GraphqlErrors([report])],
    ['FAIL-8 a closed socket', () => sink?.error(closed), closed],
  ];
  for (const [name, end, error] of ends) {
    it(`${name} ends the stream with the reason`, () => {
      const errors: unknown[] = [];
      wire.stream(query, {}).subscribe({ error: (one: unknown) => errors.push(one) });
      end();
      expect(errors).toEqual([error]);
    });
  }

  it('API-3 ends when the stream does', () => {
    let hasEnded = false;
    wire.stream(query, {}).subscribe({ complete: () => (hasEnded = true) });
    sink?.complete();
    expect(hasEnded).toBeTrue();
  });
});
