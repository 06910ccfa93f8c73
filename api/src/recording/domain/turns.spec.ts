import { giveUp, hear, saying, stop, wantedPart } from './part.ts';
import { isThere, type ToldPart, turnsOf } from './turns.ts';

const heard = (...said: Parameters<typeof saying>) => hear(wantedPart, saying(...said));
const untold = (part: Omit<ToldPart, 'told'>, told: readonly string[] = []) =>
  turnsOf({ ...part, told }).map(({ type }) => type.replace('RECORDING_', ''));

describe('what is told of a part', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['ROOM-18 nothing of one that is wanted', untold(wantedPart), []],
    ['ROOM-18 nothing of one that starts', untold(heard('STARTING')), []],
    ['ROOM-18 that it started', untold(heard('RECORDING')), ['STARTED']],
    ['ROOM-18 that once', untold(heard('RECORDING'), ['RECORDING_STARTED']), []],
    ['ROOM-18 that it was stopped', untold(stop(heard('RECORDING'), 5)), ['STARTED', 'ENDED']],
    ['ROOM-18 that it ended by itself', untold(heard('DONE')), ['STARTED', 'ENDED']],
    ['FAIL-13 that it failed', untold(heard('FAILED')), ['FAILED']],
    [
      'FAIL-13 that it was given up',
      untold(giveUp(heard('STARTING'), 'It is silent.')),
      ['FAILED'],
    ],
  ];
  for (const [name, turns, expected] of rows) {
    it(name, () => {
      expect(turns).toEqual(expected);
    });
  }

  it('ROOM-18 at its time, and with its reason', () => {
    const part = stop(heard('RECORDING', { startedAt: 3 }), 5);
    expect(turnsOf({ ...part, told: [] }).map(({ at }) => at)).toEqual([3, 5]);
    const failed = heard('FAILED', { reason: 'The disk is full.' });
    expect(turnsOf({ ...failed, told: [] })[0]?.reason).toBe('The disk is full.');
  });
});

describe('a recording', () => {
  it('ROOM-12 is there when a part is, and no other one is to come', () => {
    expect(isThere([heard('DONE'), heard('FAILED')], 'NOTHING')).toBeTrue();
    expect(isThere([heard('DONE'), heard('FINISHING')], 'NOTHING')).toBeFalse();
    expect(isThere([heard('FAILED')], 'NOTHING')).toBeFalse();
    expect(isThere([], 'NOTHING')).toBeFalse();
  });
});
