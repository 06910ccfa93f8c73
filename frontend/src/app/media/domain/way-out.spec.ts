import type { DeviceFault } from './device-fault';
import type { Browser, System } from './surroundings';
import { wayOut, waysOutOfSilence } from './way-out';

const faults: readonly DeviceFault[] = [
  'insecure',
  'blocked',
  'blocked-by-system',
  'dismissed',
  'missing',
  'in-use',
  'unplugged',
  'failed',
];
const browsers: readonly Browser[] = ['chrome', 'edge', 'firefox', 'safari', 'other'];
const systems: readonly System[] = ['windows', 'macos', 'linux', 'android', 'ios', 'other'];

describe('wayOut', () => {
  type Row = readonly [fault: DeviceFault, browser: Browser, system: System, words: RegExp];
  const rows: readonly Row[] = [
    ['blocked', 'chrome', 'windows', /icon to the left of the address\. Turn on camera/],
    ['blocked', 'chrome', 'linux', /icon to the left of the address\. Turn on camera/],
    ['blocked', 'edge', 'windows', /Permissions for this site/],
    ['blocked', 'firefox', 'macos', /crossed-out camera .* Remove the block/],
    ['blocked', 'safari', 'macos', /Settings for This Website/],
    ['blocked', 'chrome', 'android', /Tap the icon .* “Permissions”/],
    ['blocked', 'safari', 'ios', /“Website Settings”/],
    ['blocked', 'chrome', 'ios', /settings of your device, “Apps”, Chrome/],
    ['blocked', 'other', 'other', /in your browser/],
    ['blocked-by-system', 'chrome', 'windows', /Windows Settings.* desktop apps such as Chrome/],
    ['blocked-by-system', 'firefox', 'macos', /System Settings.* Turn on Firefox/],
    ['blocked-by-system', 'chrome', 'linux', /“Privacy”.* Snap or Flatpak/],
    ['blocked-by-system', 'edge', 'android', /“Apps”, Edge, “Permissions”/],
    ['blocked-by-system', 'safari', 'ios', /“Apps”, Safari/],
    ['dismissed', 'chrome', 'linux', /choose “Allow” when your browser asks/],
    ['missing', 'chrome', 'linux', /Connect a camera.* noticed by itself/],
    ['unplugged', 'chrome', 'linux', /Connect it again, or another one/],
    ['in-use', 'chrome', 'linux', /Close other programs and pages that use the camera/],
    ['in-use', 'edge', 'windows', /If there are none, see that Edge may use it/],
    ['insecure', 'chrome', 'linux', /https:/],
    ['failed', 'chrome', 'linux', /restart the browser/],
  ];
  for (const [fault, browser, system, words] of rows) {
    it(`FAIL-3 ${fault} in ${browser} on ${system}`, () => {
      expect(wayOut(['camera'], fault, { browser, system }).join(' ')).toMatch(words);
    });
  }

  it('FAIL-3 there is one for every fault in every browser on every system', () => {
    for (const fault of faults) {
      for (const browser of browsers) {
        for (const system of systems) {
          const steps = wayOut(['camera', 'microphone'], fault, { browser, system });
          expect(steps.length).toBeGreaterThan(0);
          expect(steps.every((step) => step.endsWith('.'))).toBe(true);
        }
      }
    }
  });

  it('FAIL-3 there is one out of silence on every system', () => {
    for (const system of systems) {
      const [first, second] = waysOutOfSilence({ browser: 'chrome', system });
      expect(first).toContain('mute switch');
      expect(second).toContain('choose another microphone');
    }
  });
});
