import { deviceNameOf, supportOf, unblockingText } from './push-support';

const agents = {
  chrome:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  android:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
} as const;

describe('supportOf', () => {
  for (const [what, hasPush, agent, touchPoints, isInstalled, support] of [
    ['a browser with push', true, 'chrome', 0, false, 'supported'],
    ['an iPhone in Safari', false, 'iphone', 5, false, 'needs-installing'],
    ['an iPad, which says that it is a Mac', false, 'mac', 5, false, 'needs-installing'],
    ['an old iPhone with the app installed', false, 'iphone', 5, true, 'unsupported'],
    ['an iPhone with the app installed', true, 'iphone', 5, true, 'supported'],
    ['an old Mac', false, 'mac', 0, false, 'unsupported'],
    ['a browser without push', false, 'firefox', 0, false, 'unsupported'],
  ] as const) {
    it(`PRE-3 says "${support}" of ${what}`, () => {
      const userAgent = agents[agent];
      expect(supportOf({ hasPush, userAgent, touchPoints, isInstalled })).toBe(support);
    });
  }
});

describe('deviceNameOf', () => {
  for (const [agent, name] of [
    ['chrome', 'Chrome on Linux'],
    ['android', 'Chrome on Android'],
    ['edge', 'Edge on Windows'],
    ['firefox', 'Firefox on Linux'],
    ['iphone', 'Safari on iPhone'],
    ['mac', 'Safari on Mac'],
  ] as const) {
    it(`PRE-3 calls a device ${name}`, () => {
      expect(deviceNameOf(agents[agent])).toBe(name);
    });
  }

  it('PRE-3 has a name for what it does not know', () => {
    expect(deviceNameOf('curl')).toBe('Browser');
  });
});

describe('unblockingText', () => {
  it('PRE-3 tells the way out in each browser', () => {
    const texts = [agents.chrome, agents.firefox, agents.mac, 'curl'].map((agent) =>
      unblockingText(agent, false),
    );
    expect(new Set(texts).size).toBe(4);
    expect(unblockingText(agents.iphone, true)).toContain('settings of your device');
  });
});
