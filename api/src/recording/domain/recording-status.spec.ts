import { hear, type PartFacts, saying, wantedPart } from './part.ts';
import { failureOf, lengthOf, recordingStatus, type Wish } from './recording-status.ts';

function heard(...said: Parameters<typeof saying>): PartFacts {
  return hear(wantedPart, saying(...said));
}

describe('the status of a recording', () => {
  const rows: readonly (readonly [string, readonly PartFacts[], Wish, string])[] = [
    ['ROOM-18 both want it and nothing is there yet', [], 'RUN', 'REQUESTED'],
    ['ROOM-18 a part starts', [heard('DONE'), heard('STARTING')], 'RUN', 'STARTING'],
    ['ROOM-18 a part records', [heard('RECORDING')], 'RUN', 'RECORDING'],
    ['ROOM-18 the last part is over and it is to go on', [heard('DONE')], 'RUN', 'REQUESTED'],
    ['FAIL-12 the last part failed and it is to go on', [heard('FAILED')], 'RUN', 'REQUESTED'],
    ['ROOM-18 off the record', [heard('FINISHING')], 'REST', 'PAUSED'],
    ['ROOM-12 a file is made', [heard('DONE'), heard('FINISHING')], 'NOTHING', 'PROCESSING'],
    ['ROOM-12 all files are there', [heard('DONE'), heard('DONE')], 'NOTHING', 'READY'],
    ['ROOM-12 one file of two is there', [heard('DONE'), heard('FAILED')], 'NOTHING', 'READY'],
    ['ROOM-12 no file is there', [heard('FAILED')], 'NOTHING', 'FAILED'],
    ['ROOM-12 nobody began', [], 'NOTHING', 'FAILED'],
  ];
  for (const [name, parts, wish, status] of rows) {
    it(name, () => {
      expect<string>(recordingStatus(parts, wish)).toBe(status);
    });
  }

  it('ROOM-12 says why there is nothing, and nothing where there is something', () => {
    const failed = heard('FAILED', { reason: 'The disk is full.' });
    expect(failureOf([heard('FAILED', { reason: 'no' }), failed], 'NOTHING')).toBe(
      'The disk is full.',
    );
    expect(failureOf([], 'NOTHING')).toBe('Nothing was recorded.');
    expect(failureOf([failed, heard('DONE')], 'NOTHING')).toBeNull();
    expect(failureOf([failed], 'RUN')).toBeNull();
  });

  it('ROOM-12 lasts as long as what is there of it', () => {
    const there = heard('DONE', { startedAt: 1000, endedAt: 6000 });
    const lost = heard('FAILED', { startedAt: 1000, endedAt: 9000 });
    expect(lengthOf([there, lost, there])).toBe(10_000);
  });
});
