import { isPublicAddress, isPublicEndpoint } from './public-address.ts';

describe('isPublicAddress', () => {
  for (const address of [
    '8.8.8.8',
    '142.250.1.1',
    '172.32.0.1',
    '2a00:1450:4001::1',
    '2606:4700::1',
  ]) {
    it(`PRE-3 calls ${address}`, () => {
      expect(isPublicAddress(address)).toBeTrue();
    });
  }
  for (const address of [
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a00:1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'push.example.com', ''],
  ]) {
    it(`PRE-3 never calls ${address || 'nothing'}`, () => {
      expect(isPublicAddress(address)).toBeFalse();
    });
  }
});

describe('isPublicEndpoint', () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://8.8.8.8:8443/abc',
  ]) {
    it(`PRE-3 takes ${endpoint}`, () => {
      expect(isPublicEndpoint(endpoint)).toBeTrue();
    });
  }
  for (const endpoint of [
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://localhost/abc',
    'https://localhost./abc',
    'https://redis/abc',
    'https://db.internal/abc',
    'https://127.0.0.1/abc',
    'https://0x7f.1/abc',
    'https://2130706433/abc',
    'https://[::1]/abc',
    'https://[::ffff:127.0.0.1]/abc',
    'https://name:secret@push.example.com/abc',
    'ftp://push.example.com/abc',
    'nonsense',
    '',
  ]) {
    it(`PRE-3 refuses ${endpoint || 'nothing'}`, () => {
      expect(isPublicEndpoint(endpoint)).toBeFalse();
    });
  }
});
