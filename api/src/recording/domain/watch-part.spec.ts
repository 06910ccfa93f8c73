import { giveUp, stop, wantedPart } from './part.ts';
import { type Measure, watchBrowser, type WatchedPart, watchRecorder } from './watch-part.ts';

const minuteMs = 60_000;
const part = (heard: WatchedPart['heard'], more: Partial<WatchedPart> = {}): WatchedPart => ({
  ...{ ...wantedPart, heard, requestedAt: 0, heardAt: 0, nextPiece: 0, pieces: null },
  ...more,
});
const outcome = (measure: Measure) => ('why' in measure ? measure.why : measure.does);

describe('the watch over parts of a recorder', () => {
  const stopped = { ...part('RECORDING'), ...stop(part('RECORDING'), 0) };
  const rows: readonly (readonly [string, WatchedPart, number, boolean, string])[] = [
    ['FAIL-12 waits a minute for a start', part('STARTING'), minuteMs - 1, false, 'NOTHING'],
    ['FAIL-12 no longer', part('STARTING'), minuteMs, false, 'The recorder did not start.'],
    ['FAIL-12 nor for an order', part('ORDERED'), minuteMs, false, 'The recorder did not start.'],
    ['FAIL-12 lets it record', part('RECORDING'), 1e9, false, 'NOTHING'],
    [
      'FAIL-12 gives up what the recorder has forgotten',
      part('RECORDING'),
      minuteMs,
      true,
      'The recorder does not know it any more.',
    ],
    ['FAIL-12 waits a quarter of an hour for a file', stopped, 15 * minuteMs - 1, false, 'NOTHING'],
    ['FAIL-12 no longer for a file', stopped, 15 * minuteMs, false, 'The file did not come.'],
    ['FAIL-12 leaves what is there', part('DONE'), 1e9, true, 'NOTHING'],
  ];
  for (const [name, watched, now, isLost, expected] of rows) {
    it(name, () => {
      expect(outcome(watchRecorder(watched, now, isLost))).toBe(expected);
    });
  }
});

describe('the watch over parts of a browser', () => {
  const silent = part('STARTING');
  const given = { ...silent, ...giveUp(silent, 'The browser has sent nothing.') };
  const rows: readonly (readonly [string, WatchedPart, number, number | null, string])[] = [
    ['FAIL-12 waits for pieces', part('RECORDING', { nextPiece: 3 }), 1e9, null, 'NOTHING'],
    ['FAIL-12 says that none come', silent, minuteMs, null, 'The browser has sent nothing.'],
    ['FAIL-12 says so once', given, 1e9, null, 'NOTHING'],
    [
      'FAIL-12 makes a file where all came',
      part('FINISHING', { nextPiece: 3, pieces: 3 }),
      0,
      9,
      'JOIN',
    ],
    [
      'FAIL-12 makes none where some are to come',
      part('FINISHING', { nextPiece: 2, pieces: 3 }),
      8,
      9,
      'NOTHING',
    ],
    [
      'FAIL-12 makes a file of what came in time',
      part('RECORDING', { nextPiece: 2 }),
      9,
      9,
      'JOIN',
    ],
    ['FAIL-12 gives up where nothing came', part('RECORDING'), 9, 9, 'Nothing of it has arrived.'],
    ['FAIL-12 leaves what failed', part('FAILED', { nextPiece: 2 }), 9, 9, 'NOTHING'],
  ];
  for (const [name, watched, now, until, expected] of rows) {
    it(name, () => {
      expect(outcome(watchBrowser(watched, now, until))).toBe(expected);
    });
  }
});
