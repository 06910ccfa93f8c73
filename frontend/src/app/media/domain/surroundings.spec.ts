import { type Browser, type System, browserName, surroundingsOf } from './surroundings';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9)';

describe('surroundingsOf', () => {
  const rows: readonly [name: string, userAgent: string, browser: Browser, system: System][] = [
    ['Chrome, Windows', `${windows} ${webkit} Chrome/140.0 Safari/537.36`, 'chrome', 'windows'],
    [
      'Edge, Windows',
      `${windows} ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'edge',
      'windows',
    ],
    [
      'Firefox, Windows',
      'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0',
      'firefox',
      'windows',
    ],
    [
      'Safari, macOS',
      `${mac} AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15`,
      'safari',
      'macos',
    ],
    ['Chrome, macOS', `${mac} ${webkit} Chrome/140.0 Safari/537.36`, 'chrome', 'macos'],
    [
      'Firefox, Linux',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
      'firefox',
      'linux',
    ],
    [
      'Chrome, ChromeOS',
      `Mozilla/5.0 (X11; CrOS x86_64) ${webkit} Chrome/140.0`,
      'chrome',
      'linux',
    ],
    [
      'Chrome, Android',
      `${android} ${webkit} Chrome/140.0 Mobile Safari/537.36`,
      'chrome',
      'android',
    ],
    ['Edge, Android', `${android} ${webkit} Chrome/140.0 EdgA/140.0`, 'edge', 'android'],
    ['Firefox, Android', 'Mozilla/5.0 (Android 15; rv:140.0) Firefox/140.0', 'firefox', 'android'],
    ['Safari, iOS', `${iphone} Version/18.0 Mobile/15E148 Safari/604.1`, 'safari', 'ios'],
    ['Chrome, iOS', `${iphone} CriOS/140.0 Mobile/15E148 Safari/604.1`, 'chrome', 'ios'],
    ['Firefox, iOS', `${iphone} FxiOS/140.0 Mobile/15E148 Safari/605.1`, 'firefox', 'ios'],
    ['Edge, iOS', `${iphone} EdgiOS/140.0 Mobile/15E148 Safari/605.1`, 'edge', 'ios'],
    ['something else', 'Lynx/2.9', 'other', 'other'],
  ];
  for (const [name, userAgent, browser, system] of rows) {
    it(`FAIL-3 knows ${name}`, () => {
      expect(surroundingsOf(userAgent)).toEqual({ browser, system });
    });
  }

  it('FAIL-3 knows a tablet that says it is a Mac', () => {
    const userAgent = `${mac} AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15`;
    const tablet = surroundingsOf(userAgent, 5);
    expect(tablet).toEqual({ browser: 'safari', system: 'ios' });
    expect(browserName(tablet)).toBe('Safari');
  });
});
