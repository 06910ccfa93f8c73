export type Kind = 'camera' | 'microphone';

/** Why a device does not work. */
export type DeviceFault =
  | 'insecure'
  | 'blocked'
  | 'blocked-by-system'
  | 'dismissed'
  | 'missing'
  | 'in-use'
  | 'unplugged'
  | 'failed';

export type Permission = 'granted' | 'denied' | 'prompt' | 'unknown';

/** What is known of an attempt to open a device that failed. */
export interface Evidence {
  readonly errorName: string;
  readonly errorMessage: string;
  /** What the browser says of this page's permission, after the attempt. */
  readonly permission: Permission;
  /** How many devices of the kind the browser lists. */
  readonly devices: number;
  /** Browsers have no devices for a page that came without encryption. */
  readonly isSecure: boolean;
}

const byErrorName: Readonly<Record<string, DeviceFault | 'refused' | 'not-found'>> = {
  NotAllowedError: 'refused',
  PermissionDeniedError: 'refused',
  PermissionDismissedError: 'dismissed',
  SecurityError: 'blocked',
  NotFoundError: 'not-found',
  DevicesNotFoundError: 'not-found',
  OverconstrainedError: 'not-found',
  NotReadableError: 'in-use',
  TrackStartError: 'in-use',
  AbortError: 'in-use',
};

/** Tells the states apart. Browsers give one error for several of them, and differ in their words. */
export function diagnose(evidence: Evidence): DeviceFault {
  if (!evidence.isSecure) return 'insecure';
  const found = byErrorName[evidence.errorName] ?? 'failed';
  if (found === 'refused') return whoRefused(evidence);
  return found === 'not-found' ? whyNotFound(evidence) : found;
}

function whoRefused({ errorMessage, permission }: Evidence): DeviceFault {
  if (/by system/i.test(errorMessage)) return 'blocked-by-system';
  if (/dismiss/i.test(errorMessage)) return 'dismissed';
  switch (permission) {
    case 'granted':
      // The page may, and still it was refused: the system does not let the browser.
      return 'blocked-by-system';
    case 'prompt':
      // A no would have been kept, so the question was closed without an answer.
      return 'dismissed';
    case 'denied':
    case 'unknown':
      return 'blocked';
    default:
      return permission satisfies never;
  }
}

function whyNotFound({ devices, permission }: Evidence): DeviceFault {
  if (devices === 0) return 'missing';
  return permission === 'granted' ? 'blocked-by-system' : 'failed';
}

/** `camera`, `microphone`, or `camera and microphone`. */
export function namesOf(kinds: readonly Kind[]): string {
  return kinds.join(' and ');
}

const predicates: Readonly<Record<DeviceFault, (is: string, was: string) => string>> = {
  insecure: (is) => `${is} not available on this page, because its connection is not encrypted.`,
  blocked: (is) => `${is} blocked for this page.`,
  'blocked-by-system': (is) => `${is} blocked by the settings of your device.`,
  dismissed: (is) => `${is} not allowed yet: the question was closed.`,
  missing: (_is, was) => `${was} not found.`,
  'in-use': (is) => `${is} used by another program.`,
  unplugged: (_is, was) => `${was} unplugged.`,
  failed: () => 'could not be started.',
};

/** Which devices fail, and why, in one sentence. */
export function faultText(kinds: readonly Kind[], fault: DeviceFault): string {
  const [is, was] = kinds.length > 1 ? ['are', 'were'] : ['is', 'was'];
  return `Your ${namesOf(kinds)} ${predicates[fault](is, was)}`;
}
