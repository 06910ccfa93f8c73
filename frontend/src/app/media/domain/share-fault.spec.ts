import { type ShareFault, diagnoseShare } from './share-fault';

describe('diagnoseShare', () => {
  const rows: readonly [name: string, error: [string, string], fault: ShareFault | null][] = [
    [
      'ROOM-3 a closed question in Chrome is no fault',
      ['NotAllowedError', 'Permission denied'],
      null,
    ],
    [
      'ROOM-3 a closed question in Firefox or Safari is no fault',
      [
        'NotAllowedError',
        'The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
      ],
      null,
    ],
    ['ROOM-3 given up is no fault', ['AbortError', ''], null],
    [
      'ROOM-3 the system says no',
      ['NotAllowedError', 'Permission denied by system'],
      'blocked-by-system',
    ],
    [
      'ROOM-3 the page may not',
      [
        'NotAllowedError',
        'Access to the feature "display-capture" is disallowed by permissions policy.',
      ],
      'blocked',
    ],
    [
      'ROOM-3 nothing can be read',
      ['NotReadableError', 'Could not start video source'],
      'blocked-by-system',
    ],
    [
      'ROOM-3 the browser cannot',
      ['DeviceUnsupportedError', 'getDisplayMedia not supported'],
      'unsupported',
    ],
    ['ROOM-3 anything else', ['TypeError', ''], 'failed'],
  ];
  for (const [name, [errorName, message], fault] of rows) {
    it(`${name}: ${String(fault)}`, () => {
      expect(diagnoseShare(errorName, message)).toBe(fault);
    });
  }
});
