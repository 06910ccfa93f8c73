import { type IceSettings, iceServersFor } from './ice-servers.ts';

const settings: IceSettings = {
  stunUrls: ['stun:one.example.com', 'stun:two.example.com'],
  turnUrls: ['turn:one.example.com?transport=udp', 'turns:one.example.com?transport=tcp'],
  turnSecret: 'north-of-the-border',
  isRelayOnly: false,
};
const right = { personId: 'leo', validUntil: Date.UTC(2030, 2, 4, 13) - 1 };

describe('iceServersFor', () => {
  it('FAIL-4 gives the servers in the order of the settings', () => {
    expect(iceServersFor(settings, right).map(({ url }) => url)).toEqual([
      ...settings.stunUrls,
      ...settings.turnUrls,
    ]);
  });

  it('FAIL-4 gives a name and password for TURN alone, which end with the right', () => {
    const [stun, , turn] = iceServersFor(settings, right);
    expect(stun).toEqual({ url: 'stun:one.example.com', username: null, credential: null });
    // By `printf %s 1898859600:leo | openssl dgst -sha1 -hmac north-of-the-border -binary | base64`.
    expect(turn).toEqual({
      url: 'turn:one.example.com?transport=udp',
      username: '1898859600:leo',
      credential: 'DLvkCDHwkhGjwow7rc6i07gS26U=',
    });
  });

  it('FAIL-4 offers no TURN that nobody may use', () => {
    const urls = iceServersFor({ ...settings, turnSecret: null }, right).map(({ url }) => url);
    expect(urls).toEqual([...settings.stunUrls]);
  });
});
