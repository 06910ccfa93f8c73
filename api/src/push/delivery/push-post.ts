import { lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Clock } from '../../platform/clock.ts';
import { type PushAnswer, retryAfterMs } from '../domain/delivery-policy.ts';
import { isPublicAddress, isPublicEndpoint } from './public-address.ts';

export interface PushPostOptions {
  readonly clock: Clock;
  /** How long a push service may take for an answer. */
  readonly timeoutMs: number;
  /** Whether addresses of this machine and its networks may be called, and without TLS. */
  readonly isLocalAllowed: boolean;
  readonly lookup?: LookupFunction;
}

export interface PushRequest {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Posts to push services, whose addresses come from outside: only to the open internet, which is
 * seen to where the connection is made, and never on to where an answer redirects.
 */
export class PushPost implements Disposable {
  private readonly plain = new HttpAgent({ keepAlive: true });
  private readonly secure = new HttpsAgent({ keepAlive: true });
  private readonly lookup: LookupFunction;

  constructor(private readonly options: PushPostOptions) {
    const lookup = options.lookup ?? systemLookup;
    this.lookup = options.isLocalAllowed ? lookup : publicOnly(lookup);
  }

  /** Whether an endpoint is one that is posted to. */
  mayCall(endpoint: string): boolean {
    if (!this.options.isLocalAllowed) return isPublicEndpoint(endpoint);
    const protocol = URL.parse(endpoint)?.protocol;
    return protocol === 'https:' || protocol === 'http:';
  }

  async send({ endpoint, headers, body }: PushRequest, ending: AbortSignal): Promise<PushAnswer> {
    if (!this.mayCall(endpoint)) throw new NotPublic();
    const signal = AbortSignal.any([AbortSignal.timeout(this.options.timeoutMs), ending]);
    const isSecure = endpoint.startsWith('https:');
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const request = (isSecure ? httpsRequest : httpRequest)(
      endpoint,
      {
        method: 'POST',
        headers,
        agent: isSecure ? this.secure : this.plain,
        lookup: this.lookup,
        signal,
      },
      resolve,
    );
    request.on('error', reject);
    request.end(body);
    const answer = await promise;
    // What it says besides its status is of no use; the time limit ends one that never stops.
    answer.on('error', () => undefined).resume();
    const wait = retryAfterMs(answer.headers['retry-after'], this.options.clock.now());
    return { status: answer.statusCode ?? 'UNREACHABLE', retryAfterMs: wait };
  }

  [Symbol.dispose](): void {
    this.plain.destroy();
    this.secure.destroy();
  }
}

/** The host stands for an address that we do not call. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';

  constructor() {
    super('the host does not stand for a public address');
  }
}

/** Looks names up and refuses those that stand, even partly, for addresses that are not public. */
export function publicOnly(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found, family) => {
      const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? 0 }];
      const [first] = addresses;
      if (error) callback(error, '');
      else if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
        callback(new NotPublic(), '');
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
