import { isTimeZone, offsetsOf } from './time-zones.ts';

const hourMs = 3_600_000;

describe('time zones', () => {
  const names: readonly [string, boolean][] = [
    ['Europe/Berlin', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['+02:00', false],
    ['Mars/Base', false],
    ['', false],
  ];
  for (const [name, expected] of names) {
    it(`PRE-12 ${expected ? 'takes' : 'refuses'} ${JSON.stringify(name)}`, () => {
      expect(isTimeZone(name)).toBe(expected);
    });
  }

  it('PRE-12 tells every change of the clocks', () => {
    const spring = Date.UTC(2026, 2, 29, 1);
    const autumn = Date.UTC(2026, 9, 25, 1);
    expect(offsetsOf('Europe/Berlin', Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31))).toEqual([
      { from: -Infinity, to: spring, offsetMs: hourMs },
      { from: spring, to: autumn, offsetMs: 2 * hourMs },
      { from: autumn, to: Infinity, offsetMs: hourMs },
    ]);
  });

  it('PRE-12 is content with a zone whose clocks never change', () => {
    expect(offsetsOf('UTC', 0, Date.UTC(2026, 0, 1))).toEqual([
      { from: -Infinity, to: Infinity, offsetMs: 0 },
    ]);
  });
});
