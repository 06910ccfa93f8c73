import fc from 'fast-check';
import {
  giveUp,
  hear,
  isOpen,
  isOver,
  type Observation,
  type PartFacts,
  type PartState,
  reasonOf,
  saying,
  stateOf,
  stop,
  wantedPart,
} from './part.ts';

const after = (...heard: readonly Observation[]) => heard.reduce(hear, wantedPart);

describe('a part of a recording', () => {
  const rows: readonly (readonly [string, PartFacts, PartState])[] = [
    ['ROOM-18 is asked for', wantedPart, 'REQUESTED'],
    ['ROOM-18 starts', after(saying('STARTING')), 'STARTING'],
    ['ROOM-18 records', after(saying('STARTING'), saying('RECORDING')), 'RECORDING'],
    ['ROOM-18 is made into a file', after(saying('RECORDING'), saying('FINISHING')), 'PROCESSING'],
    ['ROOM-18 is there', after(saying('RECORDING'), saying('DONE')), 'READY'],
    ['ROOM-18 fails', after(saying('RECORDING'), saying('FAILED')), 'FAILED'],
    [
      'ROOM-18 is no longer recording once it was to stop',
      stop(after(saying('RECORDING')), 5),
      'PROCESSING',
    ],
    ['ROOM-18 waits for its name although it was to stop', stop(wantedPart, 5), 'REQUESTED'],
    [
      'FAIL-12 is not begun again by what comes late',
      after(saying('DONE'), saying('RECORDING')),
      'READY',
    ],
    ['FAIL-12 is there, whatever else was told', after(saying('FAILED'), saying('DONE')), 'READY'],
    ['FAIL-12 is given up', giveUp(after(saying('STARTING')), 'It is silent.'), 'FAILED'],
    [
      'FAIL-12 is mended by what is heard after all',
      hear(giveUp(after(saying('STARTING')), 'It is silent.'), saying('RECORDING')),
      'RECORDING',
    ],
    [
      'FAIL-12 stays given up where the same is said again',
      hear(giveUp(after(saying('STARTING')), 'It is silent.'), saying('STARTING')),
      'FAILED',
    ],
    [
      'FAIL-12 that is there is not given up',
      giveUp(after(saying('DONE')), 'It is silent.'),
      'READY',
    ],
  ];
  for (const [name, part, state] of rows) {
    it(name, () => {
      expect(stateOf(part)).toBe(state);
    });
  }

  it('ROOM-18 says why it failed, and nothing where it did not', () => {
    expect(reasonOf(after(saying('FAILED', { reason: 'The disk is full.' })))).toBe(
      'The disk is full.',
    );
    expect(reasonOf(giveUp(wantedPart, 'It is silent.'))).toBe('It is silent.');
    expect(reasonOf(after(saying('FAILED')))).toBe('The recorder failed.');
    expect(reasonOf(after(saying('FAILED', { reason: 'no' }), saying('DONE')))).toBeNull();
  });

  it('ROOM-18 is open until it was to stop, or is over', () => {
    const running = after(saying('RECORDING'));
    expect([wantedPart, running, stop(running, 5), after(saying('DONE'))].map(isOpen)).toEqual([
      ...[true, true],
      ...[false, false],
    ]);
  });

  it('ROOM-18 was to stop when that was said first', () => {
    expect(stop(stop(wantedPart, 7), 5).stopAt).toBe(5);
    expect(stop(stop(wantedPart, 5), 7).stopAt).toBe(5);
  });
});

describe('reports of a part', () => {
  const instant = fc.option(fc.integer({ min: 0, max: 1000 }));
  const report = fc.record({
    state: fc.constantFrom<Observation['state']>(
      ...(['STARTING', 'RECORDING', 'FINISHING', 'DONE', 'FAILED'] as const),
    ),
    startedAt: instant,
    endedAt: instant,
    bytes: instant,
    reason: fc.option(fc.constantFrom('one', 'another')),
  });
  const withShuffle = fc.array(report, { minLength: 1, maxLength: 8 }).chain((reports) =>
    fc.tuple(
      fc.constant(reports),
      fc.shuffledSubarray([...reports, ...reports], {
        minLength: 2 * reports.length,
        maxLength: 2 * reports.length,
      }),
    ),
  );

  it('FAIL-12 say the same in any order and any number of times', () => {
    fc.assert(
      fc.property(withShuffle, ([once, mixed]) => {
        expect(mixed.reduce(hear, wantedPart)).toEqual(once.reduce(hear, wantedPart));
      }),
    );
  });

  it('FAIL-12 never undo a file that is there, and nothing is both open and over', () => {
    fc.assert(
      fc.property(fc.array(report), fc.array(report), (before, later) => {
        const there = hear(before.reduce(hear, wantedPart), saying('DONE'));
        const part = later.reduce(hear, there);
        expect(stateOf(part)).toBe('READY');
        expect(isOpen(part) && isOver(part)).toBeFalse();
      }),
    );
  });
});
