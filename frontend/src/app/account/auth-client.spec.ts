import { TestBed } from '@angular/core/testing';
import { settled } from '../testing/screen';
import { type AuthAnswer, AuthClient, type Farewell } from './auth-client';

describe('AuthClient', () => {
  let auth: AuthClient;
  let requests: { readonly path: string; readonly init: RequestInit }[];
  let reply: () => Promise<Response>;

  beforeEach(() => {
    requests = [];
    spyOn(globalThis, 'fetch').and.callFake((input, init = {}) => {
      requests.push({ path: input instanceof Request ? input.url : String(input), init });
      return reply();
    });
    auth = TestBed.inject(AuthClient);
  });

  function answerWith(status: number): void {
    reply = () => Promise.resolve(new Response('', { status }));
  }

  function body(): unknown {
    const text = requests[0]?.init.body;
    return typeof text === 'string' ? JSON.parse(text) : null;
  }

  it('OPS asks for a link that comes back to the page', async () => {
    answerWith(200);
    expect(await auth.requestLink('leo@example.org', '/session/1')).toBe('done');
    expect(requests[0]?.path).toBe('/auth/sign-in/magic-link');
    expect(body()).toEqual({
      email: 'leo@example.org',
      callbackURL: '/session/1',
      errorCallbackURL: '/sign-in',
    });
  });

  it('OPS signs in by password', async () => {
    answerWith(200);
    expect(await auth.signIn('leo@example.org', 'secret')).toBe('done');
    expect(requests[0]?.path).toBe('/auth/sign-in/email');
    expect(body()).toEqual({ email: 'leo@example.org', password: 'secret' });
    expect(requests[0]?.init.credentials).toBe('same-origin');
  });

  it('OPS signs out', async () => {
    answerWith(200);
    expect(await auth.signOut()).toBe('done');
    expect(requests[0]?.path).toBe('/auth/sign-out');
  });

  /** Does nothing but for `parts`, and notes what was asked of it after how many requests. */
  function farewell(heard: string[], parts: Partial<Farewell> = {}): Farewell {
    const note = (what: string) => () =>
      Promise.resolve(heard.push(`${what} ${String(requests.length)}`));
    return { leave: note('leave'), left: note('left'), stay: note('stay'), ...parts };
  }
  const fail = () => Promise.reject(new Error('no network'));

  it('PRE-3 does what is to be done while still signed in, and signs out though it fails', async () => {
    answerWith(200);
    const heard: string[] = [];
    auth.beforeSignOut(farewell(heard));
    auth.beforeSignOut(farewell([], { leave: fail, left: fail }));
    expect(await auth.signOut()).toBe('done');
    expect(heard).toEqual(['leave 0', 'left 1']);
  });

  for (const status of [429, 503]) {
    it(`PRE-3 takes it back where signing out fails with ${String(status)}`, async () => {
      answerWith(status);
      const heard: string[] = [];
      const leaving = Promise.withResolvers<unknown>();
      auth.beforeSignOut(farewell(heard, { leave: () => leaving.promise }));
      jasmine.clock().install();
      const signingOut = auth.signOut();
      jasmine.clock().tick(3000);
      jasmine.clock().uninstall();
      await signingOut;
      await settled();
      expect(heard).withContext('not before it was done').toEqual([]);
      leaving.resolve(null);
      await settled();
      expect(heard).toEqual(['stay 1']);
    });
  }

  it('PRE-3 signs out though something before it never ends', async () => {
    jasmine.clock().install();
    answerWith(200);
    auth.beforeSignOut(farewell([], { leave: () => Promise.withResolvers().promise }));
    const signingOut = auth.signOut();
    jasmine.clock().tick(3000);
    jasmine.clock().uninstall();
    expect(await signingOut).toBe('done');
  });

  const rows: readonly [status: number, answer: AuthAnswer][] = [
    [200, 'done'],
    [401, 'refused'],
    [422, 'refused'],
    [429, 'too-many'],
    [503, 'unreachable'],
  ];
  for (const [status, answer] of rows) {
    it(`OPS takes ${String(status)} for "${answer}"`, async () => {
      answerWith(status);
      expect(await auth.signIn('a', 'b')).toBe(answer);
    });
  }

  it('OPS takes no answer for "unreachable"', async () => {
    reply = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await auth.signOut()).toBe('unreachable');
  });
});
