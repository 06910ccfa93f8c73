import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import ece from 'http_ece';

/** Stands in for the push service of a browser, which needs the internet: takes messages and reads them. */
export class PushEndpoint implements AsyncDisposable {
  /** The messages so far, as the service worker would read them. */
  readonly received: unknown[] = [];
  private readonly keys = createECDH('prime256v1');
  private readonly auth = randomBytes(16).toString('base64url');
  private readonly path = `/send/${randomBytes(16).toString('base64url')}`;
  private status = 201;
  private readonly server = createServer((request, response) => {
    void buffer(request).then((body) => {
      if (request.url === this.path) this.take(body);
      response.writeHead(request.url === this.path ? this.status : 404).end();
    });
  });

  static async open(): Promise<PushEndpoint> {
    const endpoint = new PushEndpoint();
    endpoint.keys.generateKeys();
    const { promise, resolve } = Promise.withResolvers<void>();
    endpoint.server.listen(0, '127.0.0.1', resolve);
    await promise;
    return endpoint;
  }

  /** From now on it says that the browser is gone. */
  forgetBrowser(): void {
    this.status = 410;
  }

  /** Gives the page's browser a subscription here in place of one on the internet. */
  async serve(page: Page): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    await page.addInitScript(replacePushService, {
      endpoint: `http://127.0.0.1:${String(port)}${this.path}`,
      keys: { p256dh: this.keys.getPublicKey('base64url'), auth: this.auth },
    });
  }

  private take(body: Buffer): void {
    const options = { version: 'aes128gcm', privateKey: this.keys, authSecret: this.auth } as const;
    this.received.push(JSON.parse(ece.decrypt(body, options).toString('utf8')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(() => {
      resolve();
    });
    this.server.closeAllConnections();
    await promise;
  }
}

interface Given {
  readonly endpoint: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** Runs in the page before its own scripts. */
function replacePushService({ endpoint, keys }: Given): void {
  let current: PushSubscription | null = null;
  PushManager.prototype.subscribe = (options) => {
    const key = options?.applicationServerKey;
    if (!(key instanceof Uint8Array) || key.length !== 65) {
      return Promise.reject(new DOMException('no key', 'InvalidAccessError'));
    }
    const unsubscribe = () => {
      current = null;
      return Promise.resolve(true);
    };
    const given = { applicationServerKey: key.buffer, userVisibleOnly: true };
    const toJSON = () => ({ endpoint, keys });
    // What the app reads of a subscription.
    current = { endpoint, options: given, toJSON, unsubscribe } as unknown as PushSubscription;
    return Promise.resolve(current);
  };
  PushManager.prototype.getSubscription = () => Promise.resolve(current);
}
