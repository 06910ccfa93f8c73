import fc from 'fast-check';
import {
  type Phase,
  type SessionTimes,
  activeMsAt,
  isOpen,
  isOver,
  isUnderWay,
  phaseAt,
  timeLeftMs,
} from './session-times';

const minuteMs = 60_000;
const startsAt = 1_000 * minuteMs;
const at = (minute: number) => startsAt + minute * minuteMs;

/** An hour, told ten minutes before its start. */
function theTimes(parts: Partial<SessionTimes> = {}): SessionTimes {
  return {
    phase: 'JOINABLE',
    serverTime: at(-10),
    startsAt,
    joinOpensAt: at(-15),
    endsAt: at(60),
    latestEndAt: at(75),
    plannedMs: 60 * minuteMs,
    activeMs: 0,
    runningSince: null,
    ...parts,
  };
}

describe('phaseAt', () => {
  const rows: readonly [name: string, told: Phase, minute: number, phase: Phase][] = [
    ['PRE-13 early before the door opens', 'EARLY', -15.01, 'EARLY'],
    ['PRE-13 the door opens by itself', 'EARLY', -15, 'JOINABLE'],
    ['LIFE-1 other changes are told', 'WAITING', 30, 'WAITING'],
    ['LIFE-1 nothing leads out of the end', 'ENDED', -60, 'ENDED'],
  ];
  for (const [name, told, minute, phase] of rows) {
    it(name, () => {
      expect(phaseAt(theTimes({ phase: told }), at(minute))).toBe(phase);
    });
  }
});

describe('activeMsAt', () => {
  const rows: readonly [
    name: string,
    times: Partial<SessionTimes>,
    minute: number,
    minutes: number,
  ][] = [
    ['LIFE-3 nothing before both are there', {}, 5, 0],
    ['LIFE-3 runs while both are there', { runningSince: at(2) }, 5, 3],
    ['LIFE-3 stands while one is away', { activeMs: 7 * minuteMs }, 50, 7],
    ['LIFE-3 goes on', { activeMs: 7 * minuteMs, runningSince: at(20) }, 25, 12],
    ['LIFE-3 never runs backwards', { runningSince: at(2) }, 1, 0],
  ];
  for (const [name, times, minute, minutes] of rows) {
    it(name, () => {
      expect(activeMsAt(theTimes(times), at(minute))).toBe(minutes * minuteMs);
    });
  }
});

describe('timeLeftMs', () => {
  const rows: readonly [
    name: string,
    times: Partial<SessionTimes>,
    minute: number,
    minutes: number,
  ][] = [
    ['LIFE-4 all before it begins', {}, 0, 60],
    ['LIFE-4 planned less active', { activeMs: 20 * minuteMs }, 30, 40],
    ['LIFE-4 less what runs now', { runningSince: at(0) }, 10, 50],
    ['LIFE-4 never beyond the latest end', { activeMs: 0 }, 70, 5],
    ['LIFE-4 never below zero', { activeMs: 90 * minuteMs }, 90, 0],
  ];
  for (const [name, times, minute, minutes] of rows) {
    it(name, () => {
      expect(timeLeftMs(theTimes(times), at(minute))).toBe(minutes * minuteMs);
    });
  }

  it('LIFE-4 never grows as time goes by, and runs out with the latest end', () => {
    const minutes = fc.integer({ min: -60, max: 200 });
    const running = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    fc.assert(
      fc.property(minutes, minutes, running, (one, other, since) => {
        const times = theTimes({ runningSince: since === null ? null : at(since) });
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const shrinks = timeLeftMs(times, at(later)) <= timeLeftMs(times, at(earlier));
        return shrinks && timeLeftMs(times, at(75)) === 0;
      }),
    );
  });
});

describe('isOpen, isUnderWay and isOver', () => {
  const rows: readonly [phase: Phase, open: boolean, underWay: boolean, over: boolean][] = [
    ['EARLY', false, false, false],
    ['JOINABLE', true, false, false],
    ['WAITING', true, false, false],
    ['IN_PROGRESS', true, true, false],
    ['PAUSED', true, true, false],
    ['NO_SHOW', true, false, false],
    ['ENDED', false, false, true],
    ['CANCELLED', false, false, true],
  ];
  for (const [phase, open, underWay, over] of rows) {
    it(`PRE-13 ${phase} is ${open ? 'open' : 'closed'}${over ? ' and over' : ''}`, () => {
      expect(isOpen(phase)).toBe(open);
      expect(isOver(phase)).toBe(over);
      expect(isUnderWay(phase)).toBe(underWay);
    });
  }
});
