import { checkSubscription, deviceName } from './push-subscription.ts';

const endpoint = 'https://push.example.com/send/abc';
const p256dh = `BN${'a'.repeat(85)}`;
const auth = 'a'.repeat(22);
const good = { endpoint, p256dh, auth };

describe('checkSubscription', () => {
  it('PRE-3 takes what a browser gives', () => {
    expect(checkSubscription(good)).toEqual(good);
  });

  it('PRE-3 takes the other alphabet of base64 and its padding', () => {
    const given = {
      endpoint: ` ${endpoint} `,
      p256dh: `BN+/${'a'.repeat(83)}=`,
      auth: `${auth}==`,
    };
    expect(checkSubscription(given)).toEqual({ ...good, p256dh: `BN-_${'a'.repeat(83)}` });
  });

  for (const [what, change, fault] of [
    ['a compressed key', { p256dh: `A${'a'.repeat(43)}` }, 'KEYS'],
    ['a key that is too short', { p256dh: p256dh.slice(1) }, 'KEYS'],
    ['a secret that is too long', { auth: `${auth}a` }, 'KEYS'],
    ['no secret', { auth: '' }, 'KEYS'],
    ['an endless address', { endpoint: `https://a/${'a'.repeat(2000)}` }, 'ENDPOINT'],
    ['an address that PostgreSQL cannot keep', { endpoint: `${endpoint}\0` }, 'ENDPOINT'],
  ] as const) {
    it(`PRE-3 refuses ${what}`, () => {
      expect(checkSubscription({ ...good, ...change })).toEqual({ fault });
    });
  }
});

describe('deviceName', () => {
  for (const [given, name] of [
    ['Chrome on Android', 'Chrome on Android'],
    ['  Chrome\n\u0000 on\tLinux ', 'Chrome on Linux'],
    ['', 'Browser'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ] as const) {
    it(`PRE-3 makes "${name.slice(0, 20)}" of what a browser calls itself`, () => {
      expect(deviceName(given)).toBe(name);
    });
  }
});
