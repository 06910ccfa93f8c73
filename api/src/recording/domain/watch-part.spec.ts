import { giveUp, stop, wantedPart } from './part.ts';
import {
  mayRunOn,
  type Measure,
  missAnswer,
  watchBrowser,
  type WatchedPart,
  watchRecorder,
} from './watch-part.ts';

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
    [
      'FAIL-12 nor for an order',
      part('ORDERED'),
      minuteMs,
      false,
      'The recorder could not be reached.',
    ],
    [
      'FAIL-12 counts from when it was heard of',
      part('STARTING', { heardAt: 9 }),
      minuteMs,
      false,
      'NOTHING',
    ],
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
    [
      'ROOM-18 cuts what went on',
      part('FINISHING', { stopAt: 0, endedAt: 9000 }),
      1e9,
      true,
      'JOIN',
    ],
  ];
  for (const [name, watched, now, isLost, expected] of rows) {
    it(name, () => {
      expect(outcome(watchRecorder(watched, now, isLost))).toBe(expected);
    });
  }
});

describe('an order without an answer', () => {
  const ordered = part('ORDERED');
  const rows: readonly (readonly [string, WatchedPart, number, string | null])[] = [
    ['FAIL-12 is asked for again for a minute', ordered, minuteMs - 1, null],
    ['FAIL-12 no longer', ordered, minuteMs, 'The recorder could not be reached.'],
    ['FAIL-12 is none where something was heard of it', part('STARTING'), minuteMs, null],
  ];
  for (const [name, watched, now, why] of rows) {
    it(name, () => {
      const { givenUp, stopAt } = missAnswer(watched, now);
      expect([givenUp, stopAt]).toEqual([why, why === null ? null : now]);
    });
  }
});

describe('a part of a recorder that is over', () => {
  const toldAt5 = (heard: WatchedPart['heard']) => part(heard, { stopAt: 5 });
  const rows: readonly (readonly [string, WatchedPart, number, boolean])[] = [
    ['FAIL-12 may go on where nobody heard that it stopped', toldAt5('RECORDING'), 6, true],
    ['FAIL-12 may go on where its order was lost', toldAt5('ORDERED'), 6, true],
    ['FAIL-12 does not when it makes its file', toldAt5('FINISHING'), 6, false],
    ['FAIL-12 does not where the recorder failed', toldAt5('FAILED'), 6, false],
    ['FAIL-12 does not for more than an hour', toldAt5('RECORDING'), 5 + 60 * minuteMs, false],
  ];
  for (const [name, watched, now, expected] of rows) {
    it(name, () => {
      expect(mayRunOn(watched, now)).toBe(expected);
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
