import { settled } from '../testing/screen';

/** What the worker asks of its scope, made up. */
class FakeScope {
  readonly listeners = new Map<string, (event: object) => void>();
  readonly shown: { title: string; options: Record<string, unknown> }[] = [];
  readonly opened: string[] = [];
  pages: FakePage[] = [];
  readonly location = { origin: 'https://peerlearn.test' };
  readonly clients = {
    matchAll: () => Promise.resolve(this.pages),
    openWindow: (path: string) => Promise.resolve(this.opened.push(path)),
    claim: () => Promise.resolve(),
  };
  readonly registration = {
    showNotification: (title: string, options: Record<string, unknown>) =>
      Promise.resolve(this.shown.push({ title, options })),
    pushManager: { subscribe: jasmine.createSpy('subscribe') },
    navigationPreload: { enable: () => Promise.resolve() },
  };
  skipWaiting = () => Promise.resolve();
  addEventListener = (name: string, listener: (event: object) => void) => {
    this.listeners.set(name, listener);
  };

  /** Lets something happen to the worker, and waits until it has dealt with it. */
  async happen(name: string, event: object): Promise<void> {
    const work: unknown[] = [];
    const waitUntil = (done: unknown) => work.push(done);
    this.listeners.get(name)?.({ ...event, waitUntil });
    await Promise.all(work);
  }
}

class FakePage {
  readonly told: unknown[] = [];
  focused = false;
  visibilityState = 'hidden';
  focuses = 0;
  canFocus = true;

  constructor(path: string) {
    this.url = `https://peerlearn.test${path}`;
  }

  readonly url: string;

  focus(): Promise<void> {
    this.focuses += 1;
    return this.canFocus ? Promise.resolve() : Promise.reject(new Error('not allowed'));
  }

  postMessage(message: unknown): void {
    this.told.push(message);
  }
}

describe('service worker', () => {
  let scope: FakeScope;
  let text: string;

  beforeAll(async () => {
    const response = await fetch('/service-worker.js');
    text = await response.text();
  });

  beforeEach(() => {
    scope = new FakeScope();
    // The script as it is served, with a scope of the test in place of its own.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own file, and has no exports
    (new Function('self', text) as (self: FakeScope) => void)(scope);
  });

  const push = (payload: unknown) =>
    scope.happen('push', { data: { json: () => JSON.parse(String(payload)) as unknown } });
  const message = {
    title: 'Your session is starting! Please join now.',
    body: 'Physics with Ana',
    path: '/session/1',
    tag: 'start',
  };
  const tap = async (path: unknown) => {
    let closed = 0;
    const notification = { data: { path }, close: () => (closed += 1) };
    await scope.happen('notificationclick', { notification });
    expect(closed).toBe(1);
  };

  it('PRE-3 shows what was pushed; the start stays until it is looked at', async () => {
    await push(JSON.stringify({ ...message, isUrgent: true }));
    await push(JSON.stringify({ ...message, isUrgent: false }));
    expect(scope.shown.map(({ title }) => title)).toEqual([message.title, message.title]);
    expect(scope.shown[0]?.options).toEqual(
      jasmine.objectContaining({
        body: message.body,
        tag: 'start',
        requireInteraction: true,
        data: { path: '/session/1' },
        icon: '/icons/icon-192.png',
        badge: '/icons/badge-96.png',
      }),
    );
    expect(scope.shown[1]?.options['requireInteraction']).toBeFalse();
  });

  for (const payload of ['no json', '7', 'null', '{}', '{"title":7}']) {
    it(`PRE-3 shows something for a message that cannot be read: ${payload}`, async () => {
      await push(payload);
      expect(scope.shown.map(({ title }) => title)).toEqual(['PeerLearn']);
      expect(scope.shown[0]?.options['body']).toBe('There is news for you.');
    });
  }

  it('PRE-3 shows something for a message without content', async () => {
    await scope.happen('push', { data: null });
    expect(scope.shown.length).toBe(1);
  });

  it('PRE-3 opens the session with one tap where no page is open', async () => {
    await tap('/session/1?check');
    expect(scope.opened).toEqual(['/session/1?check']);
  });

  it('PRE-3 shows it in the page that is open already', async () => {
    const [hidden, seen] = [new FakePage('/settings'), new FakePage('/')];
    seen.focused = true;
    scope.pages = [hidden, seen];
    await tap('/session/1');
    expect(seen.told).toEqual([{ type: 'open', path: '/session/1' }]);
    expect([seen.focuses, hidden.focuses]).toEqual([1, 0]);
    expect(scope.opened).toEqual([]);
  });

  it('PRE-3 goes to the page of that session before any other', async () => {
    const [home, there] = [new FakePage('/'), new FakePage('/session/1')];
    home.focused = true;
    scope.pages = [home, there];
    await tap('/session/1?check');
    expect(there.told).toEqual([{ type: 'open', path: '/session/1?check' }]);
    expect(home.told).toEqual([]);
  });

  it('PRE-3 takes nobody out of another session', async () => {
    const call = new FakePage('/session/2');
    call.focused = true;
    scope.pages = [call];
    await tap('/session/1');
    expect(call.told).toEqual([]);
    expect(scope.opened).toEqual(['/session/1']);
  });

  it('PRE-3 opens a new page where the open one cannot be brought to the front', async () => {
    const page = new FakePage('/');
    page.canFocus = false;
    scope.pages = [page];
    await tap('/session/1');
    expect(scope.opened).toEqual(['/session/1']);
  });

  for (const path of ['https://evil.test/', '//evil.test/', 'javascript:alert(1)', 7, undefined]) {
    it(`PRE-3 never leaves PeerLearn: ${String(path)}`, async () => {
      await tap(path);
      expect(scope.opened).toEqual(['/']);
    });
  }

  it('PRE-3 tells the server of a subscription that the browser has changed', async () => {
    const asked = spyOn(globalThis, 'fetch').and.callFake(() =>
      Promise.resolve(Response.json({ data: { pushKey: 'k' } })),
    );
    const given = { endpoint: 'https://push.test/new', keys: { p256dh: 'p', auth: 'a' } };
    scope.registration.pushManager.subscribe.and.resolveTo({ toJSON: () => given });
    const old = { endpoint: 'https://push.test/old', options: { applicationServerKey: 'old-key' } };
    await scope.happen('pushsubscriptionchange', { oldSubscription: old });
    expect(scope.registration.pushManager.subscribe.calls.allArgs()).toEqual([
      [{ userVisibleOnly: true, applicationServerKey: 'old-key' }],
    ]);
    const { body } = asked.calls.mostRecent().args[1] ?? {};
    expect(typeof body === 'string' && JSON.parse(body)).toEqual(
      jasmine.objectContaining({
        variables: {
          input: {
            endpoint: 'https://push.test/new',
            p256dh: 'p',
            auth: 'a',
            replaces: 'https://push.test/old',
          },
        },
      }),
    );
    await scope.happen('pushsubscriptionchange', {});
    expect(scope.registration.pushManager.subscribe.calls.mostRecent().args).toEqual([
      { userVisibleOnly: true, applicationServerKey: 'k' },
    ]);
  });

  describe('is asked', () => {
    let answers: Promise<Response>[];

    beforeEach(() => {
      answers = [];
      jasmine.clock().install().mockDate();
    });

    afterEach(() => {
      jasmine.clock().uninstall();
    });

    const ask = (
      [mode, method, path]: readonly [mode: string, method: string, path: string],
      preloadResponse?: Promise<Response>,
    ) => {
      const request = { mode, method, url: new URL(path, 'https://peerlearn.test').href };
      const respondWith = (answer: Promise<Response>) => answers.push(answer);
      return scope.happen('fetch', { request, preloadResponse, respondWith });
    };
    const part = ['no-cors', 'GET', '/chunk-D4sr8_Iz.js'] as const;

    async function wait(ms: number): Promise<void> {
      await settled();
      jasmine.clock().tick(ms);
      await settled();
    }

    it('PRE-3 leaves everything but pages and parts of the app to the browser, and answers a page from the network', async () => {
      await ask(['cors', 'POST', '/graphql']);
      await ask(['no-cors', 'GET', '/icon.svg']);
      await ask(['no-cors', 'GET', 'https://elsewhere.test/chunk-D4sr8_Iz.js']);
      await ask(['navigate', 'POST', '/']);
      expect(answers).toEqual([]);
      await ask(['navigate', 'GET', '/'], Promise.resolve(new Response('the page')));
      expect(await (await answers[0])?.text()).toBe('the page');
    });

    it('FAIL-8 a part that does not come is asked for again until it does', async () => {
      const network = [
        () => Promise.reject(new TypeError('Failed to fetch')),
        () => Promise.resolve(new Response('', { status: 502 })),
        () => Promise.resolve(new Response('the part')),
      ];
      const fetched = spyOn(window, 'fetch').and.callFake(
        () => network.shift()?.() ?? Promise.reject(new Error('asked once too often')),
      );
      await ask(part);
      await wait(500);
      await wait(1000);
      expect(await (await answers[0])?.text()).toBe('the part');
      expect(fetched).toHaveBeenCalledTimes(3);
    });

    it('FAIL-8 a part that has not come in two minutes is given up, and one that is gone at once', async () => {
      let status = 0;
      spyOn(window, 'fetch').and.callFake(() =>
        status === 0
          ? Promise.reject(new TypeError('away'))
          : Promise.resolve(new Response('', { status })),
      );
      await ask(part);
      const given = expectAsync(answers[0]).toBeRejectedWithError(TypeError, 'away');
      for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 500) await wait(500);
      await given;
      status = 404;
      await ask(part);
      expect((await answers[1])?.status).toBe(404);
    });
  });
});
