/** Why a screen is not shared although the person wanted it, or no longer. */
export type ShareFault = 'unsupported' | 'blocked' | 'blocked-by-system' | 'failed' | 'taken-over';

/** Why the browser gave no screen; `null` when the person closed the question, which is no fault. */
export function diagnoseShare(errorName: string, errorMessage: string): ShareFault | null {
  switch (errorName) {
    case 'NotAllowedError':
      return whoRefused(errorMessage);
    case 'SecurityError':
      return 'blocked';
    case 'NotReadableError':
    case 'NotFoundError':
      return 'blocked-by-system';
    case 'DeviceUnsupportedError':
    case 'NotSupportedError':
      return 'unsupported';
    // Some browsers say so when the question is closed.
    case 'AbortError':
      return null;
    default:
      return 'failed';
  }
}

/** A closed question and a forbidden one have the same name, and differ in their words alone. */
function whoRefused(errorMessage: string): ShareFault | null {
  if (/by system/i.test(errorMessage)) return 'blocked-by-system';
  return /polic|disallowed/i.test(errorMessage) ? 'blocked' : null;
}

const texts: Readonly<Record<ShareFault, (other: string) => string>> = {
  unsupported: () => 'This browser cannot share a screen. Try it on a computer.',
  blocked: () =>
    'Sharing the screen is blocked for this page. Allow it in the settings that your browser shows beside the address, then try again.',
  'blocked-by-system': () =>
    'Your device does not let the browser record the screen. Allow it in the privacy settings of your device, then try again.',
  failed: () => 'The screen could not be shared. Try it again.',
  'taken-over': (other) => `${other} shares a screen now, so yours is no longer shown.`,
};

/** What has happened, and how to mend it. */
export function shareFaultText(fault: ShareFault, otherName: string): string {
  return texts[fault](otherName);
}
