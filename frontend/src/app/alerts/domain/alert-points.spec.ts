import * as fc from 'fast-check';
import {
  type AlertMemory,
  type AlertPoint,
  type Awaited,
  type DueAlert,
  dueAlerts,
  freshMemory,
  untilNextLookMs,
} from './alert-points';

const minuteMs = 60_000;
const startsAt = Date.UTC(2030, 2, 4, 12);
const session: Awaited = { id: 'a', startsAt, isAwaited: true };

/** Looks at these instants, one after the other, and tells what was due at each. */
function looks(
  instants: readonly number[],
  sessionsAt: (now: number) => readonly Awaited[] = () => [session],
): readonly (readonly DueAlert[])[] {
  let memory: AlertMemory = freshMemory(instants[0] ?? 0);
  return instants.slice(1).map((now) => {
    const found = dueAlerts(sessionsAt(now), memory, now);
    ({ memory } = found);
    return found.due;
  });
}

const pointsOf = (due: readonly DueAlert[]) => due.map(({ point }) => point);
const at = (...minutes: number[]) => minutes.map((minute) => startsAt + minute * minuteMs);

describe('dueAlerts', () => {
  const rows: readonly [name: string, minutes: readonly number[], told: readonly AlertPoint[]][] = [
    ['PRE-2 nothing before five minutes', [-60, -5.01], []],
    ['PRE-2 five minutes before', [-6, -5], ['five-minutes']],
    ['PRE-2 one minute before', [-1.1, -1], ['one-minute']],
    ['PRE-2 ten seconds before', [-0.2, -1 / 6], ['ten-seconds']],
    ['PRE-6 at the start', [-0.1, 0], ['start']],
    ['PRE-2 each once, however often it is looked at', [-6, -5, -5, -4.99, -4], ['five-minutes']],
    ['PRE-1 asleep over two: only the newer', [-6, -0.5], ['one-minute']],
    ['PRE-1 asleep over everything: only that it has started', [-60, 3], ['start']],
    ['PRE-1 asleep over the session: nothing', [-60, 16], []],
    ['PRE-2 a page that is opened late does not catch up', [-4, -3, -2], []],
    ['PRE-6 a page that is opened after the start does not ring', [1, 2], []],
    ['PRE-1 a clock that goes back does not ring again', [-6, -4.9, -6, -4.8], ['five-minutes']],
    [
      'PRE-1 a clock that leapt ahead and came back rings what is still to come',
      [-6, 120, -5.5, -4.9],
      ['five-minutes'],
    ],
  ];
  for (const [name, minutes, told] of rows) {
    it(name, () => {
      expect(looks(at(...minutes)).flatMap(pointsOf)).toEqual([...told]);
    });
  }

  it('PRE-11 a session that is moved takes its alerts along', () => {
    const moved = { ...session, startsAt: startsAt + 30 * minuteMs };
    const found = looks(at(-6, -4.5, -3, 24, 25.5), (now) =>
      now >= startsAt - 3 * minuteMs ? [moved] : [session],
    );
    expect(found.map(pointsOf)).toEqual([['five-minutes'], [], [], ['five-minutes']]);
  });

  it('PRE-11 what was told is not told again when a session is moved there and back', () => {
    const moved = { ...session, startsAt: startsAt + 30 * minuteMs };
    const found = looks(at(-6, -4.9, -6, -4.9), (now) => [
      now < startsAt - 5 * minuteMs ? moved : session,
    ]);
    expect(found.flatMap(pointsOf)).toEqual(['five-minutes']);
  });

  it('PRE-10 a session that was cancelled, or that the person is in, tells nothing', () => {
    const quiet = { ...session, isAwaited: false };
    expect(looks(at(-6, -4, -0.5, 0, 1), () => [quiet]).flat()).toEqual([]);
  });

  it('PRE-6 who leaves after the start is not told that it has started', () => {
    const found = looks(at(-0.1, 0, 1), (now) => [{ ...session, isAwaited: now > startsAt }]);
    expect(found.flat()).toEqual([]);
  });

  it('PRE-2 each session has its own', () => {
    const second = { id: 'b', startsAt: startsAt + 4 * minuteMs, isAwaited: true };
    const [due] = looks(at(-1.1, -1), () => [session, second]);
    expect(due?.map(({ id, point }) => `${id} ${point}`)).toEqual([
      'a one-minute',
      'b five-minutes',
    ]);
  });

  const instant = fc.integer({ min: -10 * minuteMs, max: 20 * minuteMs });

  it('PRE-2 property: whenever it is looked at, nothing is told twice, and one thing at a time', () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 2, maxLength: 40 }), (offsets) => {
        const found = looks(offsets.map((offset) => startsAt + offset));
        const told = found.flatMap(pointsOf);
        expect(new Set(told).size).toBe(told.length);
        for (const due of found) expect(due.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('PRE-2 property: who looks every second misses nothing and hears it within that second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (shift) => {
        const from = startsAt - 6 * minuteMs + shift;
        const instants = Array.from({ length: 400 }, (_, index) => from + index * 1000);
        const told = looks(instants).flatMap((due, index) =>
          due.map(({ point }) => [point, (instants[index + 1] ?? 0) - startsAt] as const),
        );
        expect(told.map(([point]) => point)).toEqual([
          'five-minutes',
          'one-minute',
          'ten-seconds',
          'start',
        ]);
        const leads = [-300_000, -60_000, -10_000, 0];
        told.forEach(([, offset], index) => {
          const lateBy = offset - (leads[index] ?? 0);
          expect(lateBy).toBeGreaterThanOrEqual(0);
          expect(lateBy).toBeLessThan(1000);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('untilNextLookMs', () => {
  const rows: readonly [name: string, starts: readonly number[], wait: number][] = [
    ['PRE-1 a second where nothing is near', [], 1000],
    ['PRE-1 the full second before a start', [startsAt + 250], 250],
    ['PRE-1 a whole second from a full one', [startsAt + 5000], 1000],
    ['PRE-1 the sooner of two', [startsAt + 250, startsAt + 100], 100],
    ['PRE-1 full seconds after the start too', [startsAt - 400], 600],
  ];
  for (const [name, starts, wait] of rows) {
    it(name, () => {
      expect(untilNextLookMs(starts, startsAt)).toBe(wait);
    });
  }
});
