import fc from 'fast-check';
import { retryAfterMs, verdictOf } from './delivery-policy.ts';

const rules = { maxAttempts: 3, firstWaitMs: 1000, longestWaitMs: 20_000 };

describe('verdictOf', () => {
  for (const [status, kind] of [
    [200, 'DELIVERED'],
    [201, 'DELIVERED'],
    [202, 'DELIVERED'],
    [404, 'GONE'],
    [410, 'GONE'],
    [301, 'REFUSED'],
    [400, 'REFUSED'],
    [401, 'REFUSED'],
    [403, 'REFUSED'],
    [413, 'REFUSED'],
    [408, 'RETRY'],
    [429, 'RETRY'],
    [500, 'RETRY'],
    [503, 'RETRY'],
    ['UNREACHABLE', 'RETRY'],
  ] as const) {
    it(`PRE-3 answers ${String(status)} with ${kind}`, () => {
      expect(verdictOf({ status, retryAfterMs: null }, 1, rules).kind).toBe(kind);
    });
  }

  it('PRE-3 waits twice as long each time, and gives up after the last attempt', () => {
    const answer = { status: 500, retryAfterMs: null } as const;
    expect([1, 2, 3].map((attempt) => verdictOf(answer, attempt, rules))).toEqual([
      { kind: 'RETRY', afterMs: 1000 },
      { kind: 'RETRY', afterMs: 2000 },
      { kind: 'FAILED' },
    ]);
  });

  it('PRE-3 waits as long as it is asked to, or not at all if that is too long', () => {
    const asked = (ms: number) => verdictOf({ status: 429, retryAfterMs: ms }, 1, rules);
    expect(asked(7000)).toEqual({ kind: 'RETRY', afterMs: 7000 });
    expect(asked(10)).toEqual({ kind: 'RETRY', afterMs: 1000 });
    expect(asked(20_001)).toEqual({ kind: 'FAILED' });
  });

  it('PRE-3 always comes to an end, never waits too long, and never asks a gone one again', () => {
    const answers = fc.record({
      status: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constant('UNREACHABLE' as const)),
      retryAfterMs: fc.option(fc.nat(100_000)),
    });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 10 }), (answer, attempt) => {
        const verdict = verdictOf(answer, attempt, rules);
        const isBounded =
          verdict.kind !== 'RETRY' ||
          (attempt < rules.maxAttempts && verdict.afterMs <= rules.longestWaitMs);
        return (
          isBounded && (verdict.kind === 'GONE') === [404, 410].includes(Number(answer.status))
        );
      }),
    );
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  for (const [header, ms] of [
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [undefined, null],
  ] as const) {
    it(`PRE-3 reads "${header ?? 'nothing'}" as ${String(ms)} ms`, () => {
      expect(retryAfterMs(header, now)).toBe(ms);
    });
  }
});
