/** What this browser has, as far as it matters for notifications. */
export interface BrowserFacts {
  readonly hasPush: boolean;
  readonly userAgent: string;
  readonly touchPoints: number;
  /** Opened from the home screen, as an app. */
  readonly isInstalled: boolean;
}

export type PushSupport = 'supported' | 'needs-installing' | 'unsupported';

/** Whether notifications can be had here; iPhones and iPads give them to installed apps only. */
export function supportOf({ hasPush, isInstalled, ...device }: BrowserFacts): PushSupport {
  if (hasPush) return 'supported';
  return isApple(device) && !isInstalled ? 'needs-installing' : 'unsupported';
}

// An iPad says that it is a Mac, which has no touch screen.
function isApple({ userAgent, touchPoints }: Pick<BrowserFacts, 'userAgent' | 'touchPoints'>) {
  return /iphone|ipad|ipod/i.test(userAgent) || (/macintosh/i.test(userAgent) && touchPoints > 1);
}

const browsers: readonly [RegExp, string][] = [
  [/edga?|edgios/i, 'Edge'],
  [/opr\/|opera/i, 'Opera'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios|chromium/i, 'Chrome'],
  [/safari/i, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/android/i, 'Android'],
  [/iphone|ipod/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/windows/i, 'Windows'],
  [/cros/i, 'ChromeOS'],
  [/mac os|macintosh/i, 'Mac'],
  [/linux/i, 'Linux'],
];

/** What a person knows this browser by: “Chrome on Android”. */
export function deviceNameOf(userAgent: string): string {
  const browser = nameIn(browsers, userAgent) ?? 'Browser';
  const system = nameIn(systems, userAgent);
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** The way out of a block, in this browser. */
export function unblockingText(userAgent: string, isInstalled: boolean): string {
  if (isInstalled) {
    return 'Open the settings of your device, find PeerLearn among the apps, and allow notifications.';
  }
  switch (nameIn(browsers, userAgent)) {
    case 'Firefox':
      return 'Select the icon to the left of the address, remove the block of notifications, then check again.';
    case 'Safari':
      return 'Open Safari’s settings, then Websites, then Notifications, and allow this page. Then check again.';
    case undefined:
      return 'Allow notifications for this page in the settings of your browser, then check again.';
    default:
      return 'Select the icon to the left of the address, allow notifications for this page, then check again.';
  }
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1];
}
