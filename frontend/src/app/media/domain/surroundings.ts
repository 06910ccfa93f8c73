export type Browser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'other';
export type System = 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';

/** The browser and the system around it, as far as their menus differ. */
export interface Surroundings {
  readonly browser: Browser;
  readonly system: System;
}

const browsers: readonly (readonly [RegExp, Browser])[] = [
  [/firefox|fxios/i, 'firefox'],
  [/edg(?:e|a|ios)?\//i, 'edge'],
  [/chrome|chromium|crios/i, 'chrome'],
  [/safari/i, 'safari'],
];

const systems: readonly (readonly [RegExp, System])[] = [
  [/iphone|ipad|ipod/i, 'ios'],
  [/android/i, 'android'],
  [/windows/i, 'windows'],
  [/macintosh|mac os x/i, 'macos'],
  [/linux|x11|cros/i, 'linux'],
];

/** What a browser says of itself, and how many fingers its screen feels. */
export function surroundingsOf(userAgent: string, touchPoints = 0): Surroundings {
  const browser = browsers.find(([words]) => words.test(userAgent))?.[1] ?? 'other';
  const system = systems.find(([words]) => words.test(userAgent))?.[1] ?? 'other';
  // A tablet of Apple's says that it is a Mac; no Mac has a screen to touch.
  return { browser, system: system === 'macos' && touchPoints > 1 ? 'ios' : system };
}

const browserNames: Readonly<Record<Browser, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  other: 'your browser',
};

export function browserName({ browser }: Surroundings): string {
  return browserNames[browser];
}
