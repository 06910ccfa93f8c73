import {
  type DeviceFault,
  type Evidence,
  type Permission,
  diagnose,
  faultText,
} from './device-fault';

const usual: Evidence = {
  errorName: 'NotAllowedError',
  errorMessage: '',
  permission: 'unknown',
  devices: 1,
  isSecure: true,
};

describe('diagnose', () => {
  type Row = readonly [name: string, evidence: Partial<Evidence>, fault: DeviceFault];
  const chromium = (errorMessage: string, permission: Permission) => ({ errorMessage, permission });
  const firefox = { errorMessage: 'The request is not allowed by the user agent or the platform.' };
  const rows: readonly Row[] = [
    ['an insecure page', { isSecure: false, errorName: 'TypeError' }, 'insecure'],
    ['Chromium: the person said no', chromium('Permission denied', 'denied'), 'blocked'],
    [
      'Chromium: the system says no',
      chromium('Permission denied by system', 'granted'),
      'blocked-by-system',
    ],
    [
      'Chromium: the system says no, never asked',
      chromium('Permission denied by system', 'prompt'),
      'blocked-by-system',
    ],
    ['Chromium: the question was closed', chromium('Permission dismissed', 'prompt'), 'dismissed'],
    ['Firefox: the person said no', { ...firefox, permission: 'denied' }, 'blocked'],
    ['Firefox: a no for this once', { ...firefox, permission: 'prompt' }, 'dismissed'],
    ['Firefox: the system says no', { ...firefox, permission: 'granted' }, 'blocked-by-system'],
    ['a browser without the Permissions API', {}, 'blocked'],
    [
      'an old name of a no',
      { errorName: 'PermissionDeniedError', permission: 'denied' },
      'blocked',
    ],
    ['an old name of a closed question', { errorName: 'PermissionDismissedError' }, 'dismissed'],
    ['a page that may not at all', { errorName: 'SecurityError' }, 'blocked'],
    ['no device', { errorName: 'NotFoundError', devices: 0 }, 'missing'],
    ['no device, by its old name', { errorName: 'DevicesNotFoundError', devices: 0 }, 'missing'],
    ['none that fits', { errorName: 'OverconstrainedError', devices: 0 }, 'missing'],
    [
      'listed, allowed and yet not found',
      { errorName: 'NotFoundError', permission: 'granted' },
      'blocked-by-system',
    ],
    ['listed and not found', { errorName: 'NotFoundError' }, 'failed'],
    ['used by another program', { errorName: 'NotReadableError' }, 'in-use'],
    ['used by another program, by its old name', { errorName: 'TrackStartError' }, 'in-use'],
    ['taken away while it starts', { errorName: 'AbortError' }, 'in-use'],
    ['anything else', { errorName: 'SomethingElse' }, 'failed'],
  ];
  for (const [name, evidence, fault] of rows) {
    it(`FAIL-3 ${name} is ${fault}`, () => {
      expect(diagnose({ ...usual, ...evidence })).toBe(fault);
    });
  }
});

describe('faultText', () => {
  const rows: readonly [fault: DeviceFault, one: string, both: string][] = [
    ['blocked', 'is blocked for this page.', 'are blocked for this page.'],
    [
      'blocked-by-system',
      'is blocked by the settings of your device.',
      'are blocked by the settings of your device.',
    ],
    [
      'dismissed',
      'is not allowed yet: the question was closed.',
      'are not allowed yet: the question was closed.',
    ],
    ['missing', 'was not found.', 'were not found.'],
    ['in-use', 'is used by another program.', 'are used by another program.'],
    ['unplugged', 'was unplugged.', 'were unplugged.'],
    ['failed', 'could not be started.', 'could not be started.'],
    [
      'insecure',
      'is not available on this page, because its connection is not encrypted.',
      'are not available on this page, because its connection is not encrypted.',
    ],
  ];
  for (const [fault, one, both] of rows) {
    it(`FAIL-3 says of a ${fault} device which it is`, () => {
      expect(faultText(['camera'], fault)).toBe(`Your camera ${one}`);
      expect(faultText(['microphone'], fault)).toBe(`Your microphone ${one}`);
      expect(faultText(['camera', 'microphone'], fault)).toBe(`Your camera and microphone ${both}`);
    });
  }
});
