import { type IceKind, isIceUrl } from './ice-url.ts';

const table: readonly (readonly [IceKind, string, boolean])[] = [
  ['stun', 'stun:stun.example.com', true],
  ['stun', 'stun:stun.example.com:3478', true],
  ['stun', 'stuns:192.0.2.1:5349', true],
  ['stun', 'stun:[2001:db8::1]:3478', true],
  ['stun', 'turn:stun.example.com', false],
  ['stun', 'stun:stun.example.com?transport=udp', false],
  ['stun', 'stun://stun.example.com', false],
  ['stun', 'stun.example.com:3478', false],
  ['turn', 'turn:turn.example.com', true],
  ['turn', 'turn:turn.example.com:3478?transport=udp', true],
  ['turn', 'turns:turn.example.com:443?transport=tcp', true],
  ['turn', 'turns:[2001:db8::1]', true],
  ['turn', 'turn:turn.example.com?transport=sctp', false],
  ['turn', 'turn:user@turn.example.com', false],
  ['turn', 'stun:turn.example.com', false],
];

describe('isIceUrl', () => {
  for (const [kind, url, isOne] of table) {
    it(`FAIL-4 ${url} is ${isOne ? 'one' : 'none'} of ${kind}`, () => {
      expect(isIceUrl(url, kind)).toBe(isOne);
    });
  }
});
