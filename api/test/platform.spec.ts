import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { systemClock } from '../src/platform/clock.ts';
import { PortInUse } from '../src/platform/http/web-server.ts';
import { TestApi } from './test-api.ts';

describe('the API as a whole', () => {
  let api: TestApi;
  let cookie: string;

  beforeAll(async () => {
    api = await TestApi.start();
    const person = await api.addPerson(['MENTOR']);
    cookie = await api.signInAs(person.id);
  });

  afterAll(() => api[Symbol.asyncDispose]());

  it('API-5 refuses what asks for too much, over HTTP and over a socket', async () => {
    const fields = Array.from({ length: 10_001 }, (_, index) => `a${String(index)}: serverTime`);
    const tooManyWords = `{ ${fields.join(' ')} }`;
    const overHttp = await api.http(tooManyWords, {}, cookie);
    expect(overHttp.errors[0]?.message).toContain('tokens');
    expect(overHttp.errors[0]?.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
    await using stream = api.subscribe(tooManyWords, {}, cookie);
    expect(JSON.stringify(await stream.ended())).toContain('tokens');
  });

  it('API-5 refuses what costs too much, over HTTP and over a socket', async () => {
    const costly = `{
      sessions(filter: PAST, first: 100) {
        edges { node { messages(first: 200) { edges { node { id text } } } } }
      }
    }`;
    const overHttp = await api.http(costly, {}, cookie);
    expect(overHttp.errors[0]?.message).toContain('too much at once');
    await using stream = api.subscribe(costly, {}, cookie);
    expect(JSON.stringify(await stream.ended())).toContain('too much at once');
  });

  it('API-1 answers the usual introspection', async () => {
    const { __schema: schema } = await api.ask<{ __schema: { queryType: { name: string } } }>(
      '{ __schema { queryType { name } types { name fields { type { ofType { ofType { name } } } } } } }',
    );
    expect(schema.queryType.name).toBe('Query');
  });

  it('API-5 says what is wrong with a question', async () => {
    const { errors } = await api.http('{ nothingOfTheKind }');
    expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  const paged = `query ($first: Int!) { sessions(filter: PAST, first: $first) {
    edges { node { id } } } }`;
  const wrongVariables: readonly [string, Readonly<Record<string, unknown>>][] = [
    ['of another type', { first: 'many' }],
    ['that is missing', {}],
    ['that is null', { first: null }],
  ];
  for (const [which, variables] of wrongVariables) {
    it(`API-5 says what is wrong with a variable ${which}, over HTTP and over a socket`, async () => {
      const { status, errors } = await api.http(paged, variables, cookie);
      expect([status, errors.length]).toEqual([400, 1]);
      expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(errors[0]?.message).toContain('"$first"');
      await using stream = api.subscribe(paged, variables, cookie);
      expect(await stream.ended()).toEqual([
        jasmine.objectContaining({
          message: jasmine.stringContaining('"$first"'),
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      ]);
    });
  }

  it('API-5 answers a refusal of the client with the status of one', async () => {
    const statusOf = async (query: string) => (await api.http(query, {}, cookie)).status;
    expect(await statusOf('{ nothingOfTheKind }')).toBe(400);
    expect(await statusOf('{ unclosed')).toBe(400);
    expect(
      await statusOf(
        '{ sessions(filter: PAST, first: 100) { edges { node { messages(first: 200) { edges { node { id } } } } } } }',
      ),
    ).toBe(400);
    expect(await statusOf('query A { serverTime } query B { serverTime }')).toBe(400);
  });

  it('OPS takes no GraphQL from a form of another site', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ serverTime }' }),
    });
    expect(response.status).toBe(400);
  });

  it('OPS says which parts are up', async () => {
    const ready = await fetch(`${api.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual(
      jasmine.objectContaining({ status: 'up', database: 'up', jobs: 'up' }),
    );
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  });

  it('OPS lets pages talk to us and the media server only', async () => {
    const response = await fetch(`${api.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    // WebAssembly blurs the background behind a person; no text becomes a script by it.
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    expect(policy).toContain('ws://127.0.0.1:1');
    expect(response.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  it('FAIL-12 heals by itself when every database connection is cut', async () => {
    await api.app.database.fork().execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const query = '{ viewer { email } }';
    let answer = await api.http(query, {}, cookie);
    for (let tries = 0; answer.errors.length > 0 && tries < 20; tries += 1) {
      answer = await api.http(query, {}, cookie);
    }
    expect(answer.errors).toEqual([]);
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
  });

  it('OPS says in one line that its port is in use', async () => {
    const second = TestApi.start({ port: api.config.http.port });
    await expectAsync(second).toBeRejectedWithError(PortInUse, /in use/);
  });

  it('OPS shows caught mail to this machine, and not under another name', async () => {
    const { email } = await api.addPerson(['LEARNER']);
    await fetch(`${api.url}/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({ email, callbackURL: '/?a=<b>' }),
    });
    await api.app.accounts.mailSent();
    const list = await (await fetch(`${api.url}/dev/mail`)).text();
    expect(list).toContain('Your PeerLearn sign-in link');
    const path = /\/dev\/mail\/[\w-]+/.exec(list)?.[0] ?? '';
    const page = await (await fetch(`${api.url}${path}`)).text();
    expect(page).toContain(email);
    expect(page).not.toContain('a=<b>');
    const { port } = api.config.http;
    const foreign = await fetch(`http://localhost.example:${String(port)}/dev/mail`).catch(
      () => null,
    );
    expect(foreign?.status ?? 404).toBe(404);
  });
});

describe('a failure of our own', () => {
  it('API-5 shows an id, and the log what happened', async () => {
    let isBroken = false;
    const clock = {
      now: () => {
        if (isBroken) throw new Error('the spring of the clock is broken');
        return systemClock.now();
      },
    };
    await using api = await TestApi.start({ clock });
    isBroken = true;
    const { errors } = await api.http('{ serverTime }');
    expect(errors[0]?.message).not.toContain('spring');
    expect(errors[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    const id = String(errors[0]?.extensions['id']);
    expect(api.log.find((line) => line.includes(id))).toContain('spring');
    isBroken = false;
  });
});

describe('the end of the API', () => {
  it('OPS closes sockets with the word to come back', async () => {
    const api = await TestApi.start();
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    const socket = new WebSocket(
      `${api.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { cookie, origin: api.url },
      },
    );
    const opened = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<number>();
    socket.on('message', () => {
      opened.resolve();
    });
    socket.on('close', (code) => {
      closed.resolve(code);
    });
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
    });
    await opened.promise;
    await api[Symbol.asyncDispose]();
    expect(await closed.promise).toBe(1012);
  });
});

describe('a request for a socket that makes no sense', () => {
  const lines = ['GET // HTTP/1.1', 'GET http://[ HTTP/1.1', 'GET /elsewhere HTTP/1.1'];
  for (const line of lines) {
    it(`API-5 does not end the API: ${line}, hung up at once`, async () => {
      await using api = await TestApi.start();
      const { port } = new URL(api.url);
      const socket = connect(Number(port), '127.0.0.1');
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve();
      });
      socket.write(
        `${line}\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        () => {
          socket.resetAndDestroy();
        },
      );
      await closed;
      expect((await fetch(`${api.url}/health/live`)).ok).toBeTrue();
    });
  }

  it('API-5 is answered', async () => {
    await using api = await TestApi.start();
    const { port } = new URL(api.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 404 /);
  });
});

describe('a socket that says nothing', () => {
  it('FAIL-11 is closed when it does not introduce itself', async () => {
    await using api = await TestApi.start({ overrides: { socketTiming: { helloMs: 50 } } });
    const socket = new WebSocket(
      `${api.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    const { promise, resolve } = Promise.withResolvers<number>();
    socket.on('close', resolve);
    expect(await promise).toBe(4408);
  });

  it('FAIL-11 is closed when it does not answer a ping', async () => {
    await using api = await TestApi.start({ overrides: { socketTiming: { pingMs: 100 } } });
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    const socket = new WebSocket(
      `${api.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { cookie },
        autoPong: false,
      },
    );
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
    });
    const { promise, resolve } = Promise.withResolvers<number>();
    socket.on('close', resolve);
    expect(await promise).toBe(1006);
  });
});
