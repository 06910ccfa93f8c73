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
