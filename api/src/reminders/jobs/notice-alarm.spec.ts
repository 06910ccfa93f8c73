import fc from 'fast-check';
import { alarmsFor } from './notice-alarm.ts';

const now = 1_000_000;

describe('alarmsFor', () => {
  const rows: [string, readonly number[], readonly number[]][] = [
    ['a whole second', [now + 5000], [now + 5000]],
    ['what is due within one second, together', [now + 4001, now + 4500, now + 5000], [now + 5000]],
    ['nothing that is due already', [now, now - 1], []],
    ['nothing that is far away', [now + 600_001], []],
  ];
  for (const [what, instants, expected] of rows) {
    it(`PRE-10 rings for ${what}`, () => {
      expect([...alarmsFor(instants, now)]).toEqual([...expected]);
    });
  }

  it('PRE-10 rings for each at most a second late and never early, and seldom enough', () => {
    const due = fc.array(fc.integer({ min: now + 1, max: now + 600_000 }), { maxLength: 2000 });
    fc.assert(
      fc.property(due, (instants) => {
        const alarms = alarmsFor(instants, now);
        expect(alarms.size).toBeLessThanOrEqual(600);
        for (const at of instants) {
          expect([...alarms].some((alarm) => alarm >= at && alarm - at < 1000)).toBeTrue();
        }
      }),
      { numRuns: 30 },
    );
  });
});
