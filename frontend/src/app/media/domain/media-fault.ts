export type MediaFault = 'blocked' | 'missing' | 'in-use' | 'unplugged' | 'failed';
type Kind = 'camera' | 'microphone';

const byErrorName: Readonly<Record<string, MediaFault>> = {
  NotAllowedError: 'blocked',
  SecurityError: 'blocked',
  PermissionDeniedError: 'blocked',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
  TrackStartError: 'in-use',
  AbortError: 'in-use',
};

/** Why a device did not open, from the name of the browser's error. */
export function mediaFaultOf(errorName: string): MediaFault {
  return byErrorName[errorName] ?? 'failed';
}

/** Which device fails, and why, in one sentence. */
export function faultText(kind: Kind, fault: MediaFault): string {
  const name = kind === 'camera' ? 'Your camera' : 'Your microphone';
  switch (fault) {
    case 'blocked':
      return `${name} is blocked for this page.`;
    case 'missing':
      return `${name} was not found.`;
    case 'in-use':
      return `${name} is used by another program.`;
    case 'unplugged':
      return `${name} was unplugged.`;
    case 'failed':
      return `${name} could not be started.`;
    default:
      return fault satisfies never;
  }
}

export type Browser = 'chromium' | 'firefox' | 'safari' | 'other';

export function browserOf(userAgent: string): Browser {
  if (/firefox|fxios/i.test(userAgent)) return 'firefox';
  if (/chrome|crios|edg/i.test(userAgent)) return 'chromium';
  return /safari/i.test(userAgent) ? 'safari' : 'other';
}

const unblocking: Readonly<Record<Browser, string>> = {
  chromium:
    'Select the icon to the left of the address, allow camera and microphone, then try again.',
  firefox:
    'Select the crossed-out icon to the left of the address, remove the block, then try again.',
  safari:
    'Open Settings for This Website in the address bar, allow camera and microphone, then try again.',
  other: 'Allow camera and microphone for this page in your browser, then try again.',
};

/** How to mend it, in this browser. */
export function mendingText(kind: Kind, fault: MediaFault, browser: Browser): string {
  switch (fault) {
    case 'blocked':
      return unblocking[browser];
    case 'missing':
    case 'unplugged':
      return `Connect a ${kind}, then try again. It is noticed by itself.`;
    case 'in-use':
      return `Close other programs and pages that use the ${kind}, then try again.`;
    case 'failed':
      return 'Try again. If that does not help, restart the browser.';
    default:
      return fault satisfies never;
  }
}
