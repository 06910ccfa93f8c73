import * as fc from 'fast-check';
import { type Missed, type Stay, during, lastAbsence, missedLines } from './missed';

const nothing: Missed = { messages: 0, spoken: 0, annotations: 0, done: [], current: null };

describe('While you were gone', () => {
  const absences: readonly [string, readonly Stay[], ReturnType<typeof lastAbsence>][] = [
    ['who was never there', [], null],
    ['who came for the first time', [{ joinedAt: 10, leftAt: null }], null],
    [
      'who is back',
      [
        { joinedAt: 10, leftAt: 20 },
        { joinedAt: 50, leftAt: null },
      ],
      { from: 20, to: 50 },
    ],
    [
      'whose return the server has not heard of',
      [{ joinedAt: 10, leftAt: 20 }],
      { from: 20, to: 60 },
    ],
    [
      'who was away more than once: the last time',
      [
        { joinedAt: 1, leftAt: 2 },
        { joinedAt: 10, leftAt: 20 },
        { joinedAt: 50, leftAt: null },
      ],
      { from: 20, to: 50 },
    ],
  ];
  for (const [name, stays, expected] of absences) {
    it(`FAIL-6 knows how long somebody was away: ${name}`, () => {
      expect(lastAbsence(stays, 60)).toEqual(expected);
    });
  }

  it('FAIL-6 is silent about an absence that ended more than a minute ago', () => {
    const stays = [
      { joinedAt: 10, leftAt: 20 },
      { joinedAt: 50, leftAt: null },
    ];
    expect(lastAbsence(stays, 60_050)).not.toBeNull();
    expect(lastAbsence(stays, 60_051)).toBeNull();
  });

  it('FAIL-6 is only ever about a time that has passed', () => {
    const stay = fc.record({
      joinedAt: fc.nat(100),
      leftAt: fc.option(fc.nat(100), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(stay), fc.nat(200), (stays, now) => {
        const gap = lastAbsence(stays, now);
        if (gap) expect(gap.from).toBeLessThan(gap.to);
      }),
    );
  });

  it('FAIL-6 counts what fell into the time and was not heard of', () => {
    const gap = { from: 20, to: 50, known: new Set(['heard']) };
    const happenings = [
      { id: 'before', at: 19 },
      { id: 'first', at: 20 },
      { id: 'heard', at: 30 },
      { id: 'last', at: 50 },
      { id: 'after', at: 51 },
    ];
    expect(during(gap, happenings).map(({ id }) => id)).toEqual(['first', 'last']);
  });

  const words: readonly [string, Partial<Missed>, readonly string[]][] = [
    ['nothing', {}, []],
    [
      'one of each',
      { messages: 1, annotations: 1, spoken: 1 },
      ['1 annotation', '1 message', '1 line of the transcript'],
    ],
    ['more', { messages: 3, spoken: 12 }, ['3 messages', '12 lines of the transcript']],
    ['a topic done', { done: ['Sets'] }, ['“Sets” is done']],
    ['a topic begun', { current: 'Maps' }, ['Now “Maps”']],
    ['done and begun', { done: ['Sets'], current: 'Maps' }, ['“Sets” is done, now “Maps”']],
    ['many done', { done: ['Sets', 'Maps'] }, ['2 topics are done']],
  ];
  for (const [name, missed, expected] of words) {
    it(`FAIL-6 says what was missed: ${name}`, () => {
      expect(missedLines({ ...nothing, ...missed }).map(({ text }) => text)).toEqual(expected);
    });
  }

  it('FAIL-6 leads to where it is', () => {
    const all = { messages: 1, spoken: 1, annotations: 1, done: ['Sets'], current: null };
    expect(missedLines(all).map(({ part }) => part)).toEqual([
      'topics',
      'topics',
      'chat',
      'transcript',
    ]);
  });
});
