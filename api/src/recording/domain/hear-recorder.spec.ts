import fc from 'fast-check';
import { hearRecorder, isUncut, keptMs } from './hear-recorder.ts';
import {
  giveUp,
  hear,
  type Observation,
  type PartFacts,
  saying,
  stateOf,
  stop,
  wantedPart,
} from './part.ts';

describe('what a recorder says of a part', () => {
  const recording = hear(wantedPart, saying('RECORDING'));
  const silent = giveUp(hear(wantedPart, saying('STARTING')), 'It is silent.');
  const failed = hear(wantedPart, saying('FAILED'));
  const there = hear(wantedPart, saying('DONE', { bytes: 7 }));
  const stopped = stop(recording, 1000);
  const tooLong = saying('DONE', { endedAt: 1501, bytes: 7 });
  const uncut: PartFacts = { ...stopped, heard: 'FINISHING', endedAt: 1501, bytes: 7 };
  const rows: readonly (readonly [string, PartFacts, Observation, PartFacts])[] = [
    ['ROOM-18 counts', wantedPart, saying('RECORDING'), recording],
    [
      'FAIL-12 stops what was given up and records after all',
      silent,
      saying('RECORDING'),
      { ...recording, stopAt: 9 },
    ],
    [
      'FAIL-12 stops what was given up and goes on to begin',
      silent,
      saying('STARTING'),
      { ...silent, stopAt: 9 },
    ],
    [
      'FAIL-12 stops what had failed and records',
      failed,
      saying('RECORDING'),
      { ...failed, stopAt: 9 },
    ],
    ['FAIL-12 mends what failed by its file', failed, saying('DONE', { bytes: 7 }), there],
    [
      'ROOM-18 is a file where it stopped in time',
      stopped,
      saying('DONE', { endedAt: 1500 }),
      { ...stopped, heard: 'DONE', endedAt: 1500 },
    ],
    ['ROOM-18 is no file yet where it went on', stopped, tooLong, uncut],
    ['ROOM-18 changes nothing before that is cut', uncut, saying('FAILED'), uncut],
    [
      'ROOM-18 is no file yet where it went on after it failed',
      stop(failed, 1000),
      tooLong,
      { ...uncut, stopAt: 1000 },
    ],
    [
      'ROOM-18 has no end before it is at its end',
      recording,
      saying('RECORDING', { endedAt: 7 }),
      recording,
    ],
    ['FAIL-12 changes nothing of a file', there, saying('DONE', { bytes: 8 }), there],
  ];
  for (const [name, before, said, after] of rows) {
    it(name, () => {
      expect(hearRecorder(before, said, 9)).toEqual(after);
    });
  }
});

describe('what is kept of a recorder’s file', () => {
  const part = (startedAt: number | null, endedAt: number | null) =>
    stop({ ...wantedPart, startedAt, endedAt }, 3000);
  const rows: readonly (readonly [string, PartFacts, number, number])[] = [
    ['ROOM-18 is all of it where it was not to stop', wantedPart, 5000, 5000],
    ['ROOM-18 is what came before it was to stop', part(1000, 6000), 5000, 2000],
    ['ROOM-18 is less where it began later than was told', part(1000, 6000), 4000, 1000],
    ['ROOM-18 is what its beginning says', part(1000, null), 5000, 2000],
    ['ROOM-18 is what its end says', part(null, 6000), 5000, 2000],
    ['ROOM-18 is nothing where all of it came later', part(3000, 6000), 3000, 0],
  ];
  for (const [name, cut, lengthMs, expected] of rows) {
    it(name, () => {
      expect(keptMs(cut, lengthMs)).toBe(expected);
    });
  }

  it('ROOM-18 is never seen before it is cut, in whatever order it is told of', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 9000 }));
    const report = fc.record({
      state: fc.constantFrom<Observation['state']>('STARTING', 'RECORDING', 'FAILED', 'DONE'),
      ...{ startedAt: instant, endedAt: instant, bytes: instant, reason: fc.constant(null) },
    });
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        const heard = reports.reduce((now, said) => hearRecorder(now, said, 1000), part(0, null));
        expect(stateOf(heard) === 'READY' && (heard.endedAt ?? 0) > 3500).toBeFalse();
        expect(isUncut(heard) && stateOf(heard) !== 'PROCESSING').toBeFalse();
      }),
    );
  });
});
