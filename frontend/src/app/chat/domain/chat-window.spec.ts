import fc from 'fast-check';
import { minutesIn } from '../../testing/builders';
import type { ChatLine } from './chat-lines';
import { earlierStart, windowLines, windowStart } from './chat-window';

function linesOf(count: number, newAt: number | null = null): readonly ChatLine[] {
  return Array.from({ length: count }, (_, at): ChatLine =>
    at === newAt
      ? { kind: 'new', id: 'new' }
      : { kind: 'system', id: String(at), text: 'said', at: minutesIn(at) },
  );
}

describe('Which lines of a chat are on the page', () => {
  const atEnd = true;
  const cases = [
    { what: 'all of a short chat', lines: linesOf(5), start: 0 },
    { what: 'the newest of a long one', lines: linesOf(500), start: 500 - windowLines },
    { what: 'what is new, however much', lines: linesOf(500, 100), start: 100 },
    { what: 'no less for what is new at the end', lines: linesOf(500, 490), start: 420 },
  ];
  for (const { what, lines, start } of cases) {
    it(`ROOM-7 ${what}`, () => {
      expect(windowStart({ lines, isAtEnd: atEnd })).toBe(start);
    });
  }

  it('ROOM-7 takes nothing from who has scrolled back, and gives portion by portion up to the first', () => {
    const before = { source: { lines: linesOf(200), isAtEnd: false }, value: 40 };
    expect(windowStart({ lines: linesOf(900), isAtEnd: false }, before)).toBe(40);
    expect(windowStart({ lines: linesOf(900), isAtEnd: true }, before)).toBe(900 - windowLines);
    expect(earlierStart(120)).toBe(40);
    expect(earlierStart(40)).toBe(0);
  });

  it('ROOM-7 follows its first line when one is put in before it', () => {
    const lines = linesOf(200);
    const before = { source: { lines, isAtEnd: false }, value: 40 };
    const late: ChatLine = { kind: 'system', id: 'late', text: 'joined', at: minutesIn(3) };
    const now = [...lines.slice(0, 3), late, ...lines.slice(3)];
    expect(windowStart({ lines: now, isAtEnd: false }, before)).toBe(41);
  });

  it('ROOM-7 always has the last lines, and never more than the window for who reads the end', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.boolean(), (count, from, isAtEnd) => {
        const source = { lines: linesOf(from), isAtEnd };
        const before = { source, value: windowStart(source) };
        const start = windowStart({ lines: linesOf(count), isAtEnd }, before);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(count - start).toBeGreaterThanOrEqual(Math.min(count, windowLines));
        if (isAtEnd) expect(count - start).toBeLessThanOrEqual(windowLines);
      }),
    );
  });
});
