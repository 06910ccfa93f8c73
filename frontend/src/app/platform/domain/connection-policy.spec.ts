import fc from 'fast-check';
import { type Lines, attemptWaitMs, connectionNotice, isWorthTrying } from './connection-policy';

const allWell: Lines = {
  call: 'connected',
  failedMediaAttempts: 0,
  isVideoServiceDown: false,
  isOnBackup: false,
  failedSocketAttempts: 0,
};
const lost = { call: 'reconnecting' } as const;
const stuck = { call: 'reconnecting', failedMediaAttempts: 3 } as const;

type Row = readonly [
  name: string,
  lines: Partial<Lines>,
  text: string | null,
  action: string | null,
];

const rows: readonly Row[] = [
  ['FAIL-1 nothing while all is well', {}, null, null],
  [
    'FAIL-1 nothing on the first way in',
    { call: 'connecting', failedMediaAttempts: 2 },
    null,
    null,
  ],
  [
    'FAIL-1 the first way in does not work',
    { call: 'connecting', failedMediaAttempts: 3 },
    "We're reconnecting you. Hang tight!",
    'Click to Retry Connection',
  ],
  [
    'FAIL-1 it is not known yet what failed',
    { failedSocketAttempts: 1 },
    'Network issues detected. Trying to reconnect...',
    null,
  ],
  ['FAIL-1 media is down', lost, "We're reconnecting you. Hang tight!", null],
  [
    'FAIL-1 two attempts have failed',
    { ...lost, failedMediaAttempts: 2 },
    "We're reconnecting you. Hang tight!",
    null,
  ],
  [
    'FAIL-1 a button after three attempts',
    stuck,
    "We're reconnecting you. Hang tight!",
    'Click to Retry Connection',
  ],
  [
    'FAIL-10 the video service is down',
    { ...stuck, isVideoServiceDown: true },
    'Video service unavailable. Try again.',
    'Click to Retry Connection',
  ],
  [
    'FAIL-9 one failed attempt says nothing of the service',
    { ...lost, isVideoServiceDown: true },
    "We're reconnecting you. Hang tight!",
    null,
  ],
  [
    'FAIL-4 the next servers are tried',
    { ...lost, isOnBackup: true },
    'Connection retrying on backup server…',
    null,
  ],
  [
    'FAIL-4 the next servers are tried on the first way in',
    { call: 'connecting', isOnBackup: true },
    'Connection retrying on backup server…',
    null,
  ],
  [
    'FAIL-4 the next servers are tried, after three attempts',
    { ...stuck, isVideoServiceDown: true, isOnBackup: true },
    'Connection retrying on backup server…',
    'Click to Retry Connection',
  ],
  ['FAIL-4 a call that goes by the next servers is as any other', { isOnBackup: true }, null, null],
  ['FAIL-8 both are cut', { ...lost, failedSocketAttempts: 3 }, 'Reconnecting…', null],
  [
    'FAIL-8 both are cut for long',
    { ...lost, failedSocketAttempts: 4 },
    'Network issue, please refresh',
    'Reconnect',
  ],
  [
    'FAIL-8 both are cut, media for long',
    { ...stuck, failedSocketAttempts: 1 },
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

  const anyLines: fc.Arbitrary<Lines> = fc.record({
    call: fc.constantFrom('outside', 'connecting', 'connected', 'reconnecting'),
    failedMediaAttempts: fc.nat(9),
    isVideoServiceDown: fc.boolean(),
    isOnBackup: fc.boolean(),
    failedSocketAttempts: fc.nat(9),
  });

  it('FAIL-12 never says that a call goes on which does not, nor that one is mended which is not broken', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const text = connectionNotice(lines)?.text ?? '';
        const isLost = lines.call === 'reconnecting';
        const saysItGoesOn = text.includes('The call goes on') || text === '';
        const saysItIsLost = /reconnecting you|Video service/.test(text);
        return !(isLost && saysItGoesOn) && !(lines.call === 'connected' && saysItIsLost);
      }),
    );
  });

  it('FAIL-8 takes back no button while more attempts fail', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(5), fc.nat(5), (lines, moreMedia, moreSocket) => {
        const before = connectionNotice(lines)?.action ?? null;
        const after = connectionNotice({
          ...lines,
          failedMediaAttempts: lines.failedMediaAttempts + moreMedia,
          failedSocketAttempts: lines.failedSocketAttempts + moreSocket,
        });
        return before === null || (after?.action ?? null) !== null;
      }),
    );
  });
});

describe('attemptWaitMs', () => {
  it('FAIL-9 has made the first attempt of media within half a second, and the third within three', () => {
    const waits = [0, 1, 2].map((failed) => attemptWaitMs('media', failed, 1));
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(3000);
  });

  it('FAIL-8 goes on however often it has failed, at most ten seconds apart', () => {
    const planes = fc.constantFrom('media' as const, 'socket' as const);
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(planes, fc.nat(5000), shares, (plane, failed, share) => {
        const ms = attemptWaitMs(plane, failed, share);
        return ms > 0 && ms <= 10_000;
      }),
    );
  });
});

describe('isWorthTrying', () => {
  const cases: readonly [name: string, latestEndAt: number | null, at: number, worth: boolean][] = [
    ['FAIL-8 while nobody knows the end', null, 1e12, true],
    ['FAIL-8 until the latest end', 100, 99, true],
    ['LIFE-4 not from then on', 100, 100, false],
  ];
  for (const [name, latestEndAt, at, worth] of cases) {
    it(name, () => {
      expect(isWorthTrying(latestEndAt, at)).toBe(worth);
    });
  }
});
