import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { systemClock } from '../../platform/clock.ts';
import { PushPost, publicOnly } from './push-post.ts';

const standsFor =
  (...addresses: readonly string[]): LookupFunction =>
  (_host, _options, callback) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

function found(lookup: LookupFunction, all: boolean): Promise<string | readonly LookupAddress[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string | readonly LookupAddress[]>();
  publicOnly(lookup)('push.example.com', { all }, (error, address) => {
    if (error) reject(error);
    else resolve(address);
  });
  return promise;
}

describe('publicOnly', () => {
  it('PRE-3 gives public addresses on', async () => {
    expect(await found(standsFor('8.8.8.8', '2606:4700::1'), false)).toBe('8.8.8.8');
    expect(await found(standsFor('8.8.8.8'), true)).toEqual([{ address: '8.8.8.8', family: 4 }]);
  });

  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], []]) {
    it(`PRE-3 refuses a name that stands for ${addresses.join(' and ') || 'nothing'}`, async () => {
      await expectAsync(found(standsFor(...addresses), true)).toBeRejectedWithError(
        'the host does not stand for a public address',
      );
    });
  }

  it('PRE-3 hands on that a name is not known', async () => {
    const unknown: LookupFunction = (_host, _options, callback) => {
      callback(new Error('ENOTFOUND'), '');
    };
    await expectAsync(found(unknown, true)).toBeRejectedWithError('ENOTFOUND');
  });
});

describe('PushPost', () => {
  it('PRE-3 opens no connection to a name that stands for this machine', async () => {
    const { signal } = new AbortController();
    using post = new PushPost({
      clock: systemClock,
      timeoutMs: 5000,
      isLocalAllowed: false,
      lookup: standsFor('127.0.0.1'),
    });
    const request = { endpoint: 'https://push.example.com/x', headers: {}, body: Buffer.alloc(1) };
    await expectAsync(post.send(request, signal)).toBeRejectedWithError(
      'the host does not stand for a public address',
    );
  });
});
