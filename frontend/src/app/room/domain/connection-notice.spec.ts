import { type Lines, connectionNotice } from './connection-notice';

const allWell: Lines = {
  isMediaDown: false,
  isMediaStuck: false,
  isVideoServiceDown: false,
  isOnBackup: false,
  failedSocketAttempts: 0,
};

type Row = readonly [
  name: string,
  lines: Partial<Lines>,
  text: string | null,
  action: string | null,
];

const rows: readonly Row[] = [
  ['FAIL-1 nothing while all is well', {}, null, null],
  [
    'FAIL-1 it is not known yet what failed',
    { failedSocketAttempts: 1 },
    'Network issues detected. Trying to reconnect...',
    null,
  ],
  ['FAIL-1 media is down', { isMediaDown: true }, "We're reconnecting you. Hang tight!", null],
  [
    'FAIL-1 a button after three attempts',
    { isMediaDown: true, isMediaStuck: true },
    "We're reconnecting you. Hang tight!",
    'Click to Retry Connection',
  ],
  [
    'FAIL-10 the video service is down',
    { isMediaDown: true, isMediaStuck: true, isVideoServiceDown: true },
    'Video service unavailable. Try again.',
    'Click to Retry Connection',
  ],
  [
    'FAIL-9 one failed attempt says nothing of the service',
    { isMediaDown: true, isVideoServiceDown: true },
    "We're reconnecting you. Hang tight!",
    null,
  ],
  [
    'FAIL-4 the next servers are tried',
    { isMediaDown: true, isOnBackup: true },
    'Connection retrying on backup server…',
    null,
  ],
  [
    'FAIL-4 the next servers are tried, after three attempts',
    { isMediaDown: true, isMediaStuck: true, isVideoServiceDown: true, isOnBackup: true },
    'Connection retrying on backup server…',
    'Click to Retry Connection',
  ],
  ['FAIL-4 a call that goes by the next servers is as any other', { isOnBackup: true }, null, null],
  ['FAIL-8 both are cut', { isMediaDown: true, failedSocketAttempts: 3 }, 'Reconnecting…', null],
  [
    'FAIL-8 both are cut for long',
    { isMediaDown: true, failedSocketAttempts: 4 },
    'Network issue, please refresh',
    'Reconnect',
  ],
  [
    'FAIL-12 the call goes on without the API',
    { failedSocketAttempts: 4 },
    'Chat and status are offline. The call goes on.',
    'Reconnect',
  ],
];

describe('connectionNotice', () => {
  for (const [name, lines, text, action] of rows) {
    it(name, () => {
      const notice = connectionNotice({ ...allWell, ...lines });
      expect(notice).toEqual(text === null ? null : { text, action });
    });
  }
});
