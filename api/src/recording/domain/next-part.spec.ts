import { isPartDue, type TimedPart } from './next-part.ts';
import { wantedPart } from './part.ts';

const part = (heard: TimedPart['heard'], heardAt = 0): TimedPart => ({
  ...wantedPart,
  heard,
  heardAt,
});
const failed = (count: number) => Array.from({ length: count }, () => part('FAILED'));

describe('the next part of a recording', () => {
  const rows: readonly (readonly [string, readonly TimedPart[], number, boolean])[] = [
    ['ROOM-18 the first is due at once', [], 0, true],
    ['ROOM-18 none is due beside an open one', [part('RECORDING')], 0, false],
    ['ROOM-18 one is due after a pause', [part('DONE')], 0, true],
    ['ROOM-18 one is due while the last is made', [part('FINISHING')], 0, true],
    ['FAIL-12 one is due some seconds after a failure', failed(1), 10_000, true],
    ['FAIL-12 none is due at once after a failure', failed(1), 9999, false],
    ['FAIL-12 one is due later after more failures', failed(3), 40_000, true],
    ['FAIL-12 none is due sooner after more failures', failed(3), 39_999, false],
    ['FAIL-12 one is due every five minutes at the least', failed(9), 300_000, true],
    ['FAIL-12 none is due where it never works', failed(10), 1e9, false],
    ['FAIL-12 failures before a success do not count', [...failed(9), part('DONE')], 0, true],
  ];
  for (const [name, parts, now, isDue] of rows) {
    it(name, () => {
      expect(isPartDue(parts, now)).toBe(isDue);
    });
  }
});
