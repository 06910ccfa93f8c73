import { clientAddress } from './client-address.ts';

describe('clientAddress', () => {
  const proxies = new Set(['10.0.0.1', '10.0.0.2']);
  const cases: readonly [string, string, string | undefined, string][] = [
    ['is the other end of the socket', '9.9.9.9', undefined, '9.9.9.9'],
    ['is nothing that a stranger claims', '9.9.9.9', '1.1.1.1', '9.9.9.9'],
    ['is what our proxy says', '10.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['is what our first proxy says', '10.0.0.1', '1.1.1.1, 9.9.9.9, 10.0.0.2', '9.9.9.9'],
    ['is the furthest proxy’s where nobody else is named', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['is our proxy’s where it names nobody', '10.0.0.1', '', '10.0.0.1'],
  ];
  for (const [what, remoteAddress, forwarded, expected] of cases) {
    it(`API-5 ${what}`, () => {
      const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
      const request = { socket: { remoteAddress }, headers };
      expect(clientAddress(request, (address) => proxies.has(address))).toBe(expected);
    });
  }
});
