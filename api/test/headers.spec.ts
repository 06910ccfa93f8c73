import { TestApi } from './test-api.ts';

const page = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=(), serial=(), midi=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
} as const;

const directives = [
  "default-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
];

/** What is asked for, and how; each answer carries all of the headers above. */
const asked: readonly [string, string, number][] = [
  ['GET', '/', 200],
  ['GET', '/nothing/there.txt', 404],
  ['GET', '/graphql?query=%7BserverTime%7D', 400],
  ['POST', '/graphql', 400],
  ['GET', '/auth/get-session', 200],
  ['GET', '/files/none', 404],
  ['GET', '/session/none/transcript.vtt', 401],
  ['GET', '/%', 404],
];

describe('what an answer tells the browser', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });

  afterAll(() => api[Symbol.asyncDispose]());

  for (const [method, path, status] of asked) {
    it(`OPS keeps ${method} ${path} to our own pages`, async () => {
      const response = await fetch(api.url + path, { method });
      expect(response.status).toBe(status);
      for (const [name, value] of Object.entries(page)) {
        expect(response.headers.get(name)).withContext(name).toBe(value);
      }
      const policy = response.headers.get('content-security-policy')?.split(';');
      for (const directive of directives) expect(policy).toContain(directive);
      expect(response.headers.get('x-powered-by')).toBeNull();
      // Nobody of another site reads it, with or without the cookies of a person.
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    });
  }

  it('OPS answers no other site’s question whether it may ask', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const allowing = [...response.headers.keys()].filter((name) =>
      name.startsWith('access-control-'),
    );
    expect(allowing).toEqual([]);
  });

  it('OPS says over TLS only that TLS is to be used', async () => {
    expect((await fetch(api.url)).headers.get('strict-transport-security')).toBeNull();
    await using secure = await TestApi.start({
      settings: { PUBLIC_URL: 'https://peerlearn.example', TRUSTED_PROXIES: '127.0.0.1' },
    });
    const { port } = secure.config.http;
    const response = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain('https://peerlearn.example wss://peerlearn.example');
  });

  it('ROOM-18 OPS lets the page of a recorder alone reach the media server from inside', async () => {
    await using api = await TestApi.start({
      settings: {
        LIVEKIT_URL: 'http://livekit.inside:7880',
        LIVEKIT_PUBLIC_URL: 'wss://media.peerlearn.example',
      },
    });
    const policyOf = async (path: string) =>
      (await fetch(api.url + path)).headers.get('content-security-policy') ?? '';
    const [recorder, ...others] = await Promise.all(
      ['/record?layout=speaker', '/', '/session/1?next=/record', '/recordings'].map(policyOf),
    );
    expect(recorder).toContain('http://livekit.inside:7880 ws://livekit.inside:7880');
    expect(recorder).toContain('wss://media.peerlearn.example');
    for (const other of others) {
      expect(other).toContain('wss://media.peerlearn.example');
      expect(other).not.toContain('livekit.inside');
    }
  });

  it('OPS gives cookies that no script reads and no other site’s form sends', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookies = await cookiesOf(api, person.id);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
      expect(cookie).toMatch(/; Path=\//i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
  });

  it('OPS gives cookies that go over TLS only where that is how we are reached', async () => {
    await using secure = await TestApi.start({
      settings: { PUBLIC_URL: 'https://peerlearn.example', TRUSTED_PROXIES: '127.0.0.1' },
    });
    const person = await secure.addPerson(['LEARNER']);
    const cookies = await cookiesOf(secure, person.id);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/i);
  });

  for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded']) {
    it(`OPS takes no operation from a form of another site: ${String(type)}`, async () => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { origin: 'https://evil.example', ...(type ? { 'content-type': type } : {}) },
        body: new Blob([JSON.stringify({ query: '{ serverTime }' })]),
      });
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain('"data"');
    });
  }
});

async function cookiesOf(api: TestApi, personId: string): Promise<readonly string[]> {
  const link = new URL(await api.app.accounts.signInLink(personId, '/'));
  const { port } = api.config.http;
  const address = `http://127.0.0.1:${String(port)}${link.pathname}${link.search}`;
  const response = await fetch(address, { redirect: 'manual' });
  return response.headers.getSetCookie();
}
