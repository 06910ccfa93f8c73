import fc from 'fast-check';
import {
  afterStopping,
  afterTyping,
  type ToldAt,
  typingForMs,
  typingLastsMs,
} from './typing-signal';

describe('TypingSignal', () => {
  const rows: readonly [string, ToldAt, boolean, number, ReturnType<typeof afterTyping>][] = [
    ['tells the beginning', null, true, 100, { toldAt: 100, word: 'typing' }],
    ['does not repeat it at every key', 100, true, 2099, { toldAt: 100, word: null }],
    ['says it anew after two seconds', 100, true, 2100, { toldAt: 2100, word: 'typing' }],
    ['tells that all was deleted', 100, false, 200, { toldAt: null, word: 'stopped' }],
    ['tells no end without a beginning', null, false, 200, { toldAt: null, word: null }],
    ['tells no end that the other saw by themselves', 0, false, 4000, { toldAt: null, word: null }],
  ];
  for (const [title, toldAt, hasText, now, expected] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(afterTyping(toldAt, hasText, now)).toEqual(expected);
    });
  }

  it('ROOM-7 what was sent ends it', () => {
    expect(afterStopping(100, 200)).toEqual({ toldAt: null, word: 'stopped' });
  });

  it('ROOM-7 lasts four seconds after the last word of it, and ends with the word of its end', () => {
    expect([typingForMs('typing'), typingForMs('stopped'), typingForMs('else')]).toEqual([
      4000, 0, 0,
    ]);
  });

  it('ROOM-7 never pauses while somebody goes on typing, and ends four seconds after', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1999 }), { minLength: 1 }), (pauses) => {
        let now = 0;
        let shownUntil = 0;
        let toldAt: ToldAt = null;
        for (const pause of [0, ...pauses]) {
          now += pause;
          const isFirst = toldAt === null;
          const told = afterTyping(toldAt, true, now);
          if (!isFirst) expect(now).toBeLessThan(shownUntil);
          if (told.word) shownUntil = now + typingForMs(told.word);
          ({ toldAt } = told);
        }
        expect(shownUntil - now).toBeLessThanOrEqual(typingLastsMs);
      }),
    );
  });
});
