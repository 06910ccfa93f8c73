import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';

/** What a push service says to a message: a status, with headers, or nothing at all. */
export type Reply =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'NEVER';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A push service on this machine: it takes messages for browsers that it makes up. */
export class FakePushHost implements AsyncDisposable {
  private readonly browsers = new Map<string, FakeBrowser>();
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  static async start(): Promise<FakePushHost> {
    const service = new FakePushHost();
    const { promise, resolve } = Promise.withResolvers<void>();
    service.server.listen(0, '127.0.0.1', resolve);
    await promise;
    return service;
  }

  get origin(): string {
    // A TCP server that listens has an address and port.
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  /** A browser that has subscribed here. Each reply is given once, the last one ever after. */
  browser(...replies: readonly Reply[]): FakeBrowser {
    const browser = new FakeBrowser(this.origin, replies);
    this.browsers.set(new URL(browser.endpoint).pathname, browser);
    return browser;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const browser = this.browsers.get(request.url ?? '');
    const reply = browser?.take({ headers: request.headers, body: Buffer.concat(chunks) });
    if (reply === 'NEVER') return;
    response.writeHead(reply?.status ?? 404, reply?.headers).end();
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

/** One browser: it alone can read what is sent to it. */
export class FakeBrowser {
  readonly endpoint: string;
  readonly auth = randomBytes(16).toString('base64url');
  readonly received: Received[] = [];
  private readonly keys: ECDH = createECDH('prime256v1');

  constructor(
    origin: string,
    private readonly replies: readonly Reply[],
  ) {
    this.endpoint = `${origin}/send/${randomBytes(16).toString('base64url')}`;
    this.keys.generateKeys();
  }

  get p256dh(): string {
    return this.keys.getPublicKey('base64url');
  }

  get subscription(): Readonly<Record<'endpoint' | 'p256dh' | 'auth', string>> {
    return { endpoint: this.endpoint, p256dh: this.p256dh, auth: this.auth };
  }

  take(message: Received): Reply {
    this.received.push(message);
    const reply = this.replies[Math.min(this.received.length, this.replies.length) - 1];
    return reply ?? { status: 201 };
  }

  /** The messages as the service worker would read them. */
  read(): unknown[] {
    return this.received.map(({ body }): unknown => {
      const options = {
        version: 'aes128gcm',
        privateKey: this.keys,
        authSecret: this.auth,
      } as const;
      return JSON.parse(ece.decrypt(body, options).toString('utf8'));
    });
  }
}

/** What is signed in an `Authorization` of VAPID, having seen to it that the key of `k` signed it. */
export function verifiedVapid(header: unknown): {
  readonly key: string;
  readonly claims: Readonly<Record<string, unknown>>;
} {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(String(header)) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('the signature is not that of the key');
  // Claims of a JWT are an object of JSON.
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  return { key, claims: read };
}
