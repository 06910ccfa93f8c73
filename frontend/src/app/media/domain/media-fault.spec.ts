import {
  type Browser,
  type MediaFault,
  browserOf,
  faultText,
  mediaFaultOf,
  mendingText,
} from './media-fault';

describe('mediaFaultOf', () => {
  const rows: readonly [errorName: string, fault: MediaFault][] = [
    ['NotAllowedError', 'blocked'],
    ['SecurityError', 'blocked'],
    ['PermissionDeniedError', 'blocked'],
    ['NotFoundError', 'missing'],
    ['DevicesNotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['TrackStartError', 'in-use'],
    ['AbortError', 'in-use'],
    ['SomethingElse', 'failed'],
  ];
  for (const [errorName, fault] of rows) {
    it(`FAIL-3 ${errorName} means ${fault}`, () => {
      expect(mediaFaultOf(errorName)).toBe(fault);
    });
  }
});

describe('faultText', () => {
  const rows: readonly [fault: MediaFault, text: string][] = [
    ['blocked', 'Your camera is blocked for this page.'],
    ['missing', 'Your camera was not found.'],
    ['in-use', 'Your camera is used by another program.'],
    ['unplugged', 'Your camera was unplugged.'],
    ['failed', 'Your camera could not be started.'],
  ];
  for (const [fault, text] of rows) {
    it(`FAIL-3 says of a ${fault} device which it is`, () => {
      expect(faultText('camera', fault)).toBe(text);
      expect(faultText('microphone', fault)).toBe(text.replace('camera', 'microphone'));
    });
  }
});

describe('mendingText', () => {
  const rows: readonly [name: string, fault: MediaFault, browser: Browser, words: RegExp][] = [
    ['FAIL-3 blocked in Chromium', 'blocked', 'chromium', /icon to the left of the address/],
    ['FAIL-3 blocked in Firefox', 'blocked', 'firefox', /crossed-out icon/],
    ['FAIL-3 blocked in Safari', 'blocked', 'safari', /Settings for This Website/],
    ['FAIL-3 blocked elsewhere', 'blocked', 'other', /in your browser/],
    ['FAIL-3 missing', 'missing', 'chromium', /Connect a microphone/],
    ['FAIL-3 unplugged', 'unplugged', 'chromium', /Connect a microphone/],
    ['FAIL-3 in use', 'in-use', 'chromium', /Close other programs .* the microphone/],
    ['FAIL-3 for no known reason', 'failed', 'chromium', /restart the browser/],
  ];
  for (const [name, fault, browser, words] of rows) {
    it(name, () => {
      expect(mendingText('microphone', fault, browser)).toMatch(words);
    });
  }
});

describe('browserOf', () => {
  const webkit = 'Mozilla/5.0 (X) AppleWebKit/537.36 (KHTML, like Gecko)';
  const rows: readonly [name: string, userAgent: string, browser: Browser][] = [
    ['FAIL-3 Chrome', `${webkit} Chrome/140.0 Safari/537.36`, 'chromium'],
    ['FAIL-3 Edge', `${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, 'chromium'],
    ['FAIL-3 Chrome on iOS', `${webkit} CriOS/140.0 Mobile Safari/604.1`, 'chromium'],
    ['FAIL-3 Firefox', 'Mozilla/5.0 (X; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
    ['FAIL-3 Firefox on iOS', `${webkit} FxiOS/140.0 Mobile Safari/605.1`, 'firefox'],
    ['FAIL-3 Safari', `${webkit} Version/18.0 Safari/605.1.15`, 'safari'],
    ['FAIL-3 something else', 'Lynx/2.9', 'other'],
  ];
  for (const [name, userAgent, browser] of rows) {
    it(name, () => {
      expect(browserOf(userAgent)).toBe(browser);
    });
  }
});
