import { isoAt, minutesIn, startsAt } from '../../testing/builders';
import { planWays } from './plan-ways';

describe('planWays', () => {
  type Standing = Parameters<typeof planWays>[0];
  const planned: Standing = {
    viewerRole: 'LEARNER',
    outcome: null,
    actualStart: null,
    startsAt,
    isOpen: true,
  };
  const join = 'join';
  const plan = 'propose cancel';
  const rows: readonly [name: string, parts: Partial<Standing>, minute: number, ways: string][] = [
    ['PRE-13 early', { isOpen: false }, -60, plan],
    ['PRE-11 when the door is open', {}, -10, `${join} ${plan}`],
    ['PRE-6 a missed start can still be joined', {}, 3, `${join} ${plan} late`],
    ['PRE-6 whoever waits may reschedule', { viewerRole: 'MENTOR' }, 12, `${join} ${plan} late`],
    ['LIFE-1 once they have met', { actualStart: isoAt(0) }, 3, join],
    ['LIFE-5 not held', { outcome: 'NO_SHOW', isOpen: false }, 11, ''],
    ['LIFE-5 not held, not told yet that the door is shut', { outcome: 'NO_SHOW' }, 11, ''],
    ['PRE-11 cancelled', { outcome: 'CANCELLED', isOpen: false }, -10, ''],
    ['OPS who administers cancels, no more', { viewerRole: 'ADMIN' }, -10, 'cancel'],
  ];
  for (const [name, parts, minute, expected] of rows) {
    it(`${name}: ${expected || 'nothing'}`, () => {
      const ways = planWays({ ...planned, ...parts }, minutesIn(minute));
      const allowed = [
        ways.canJoin ? 'join' : '',
        ways.canPropose ? 'propose' : '',
        ways.canCancel ? 'cancel' : '',
        ways.isLate ? 'late' : '',
      ];
      expect(allowed.filter((one) => one !== '').join(' ')).toBe(expected);
    });
  }
});
