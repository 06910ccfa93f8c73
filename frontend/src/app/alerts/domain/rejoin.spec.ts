import { type OwnPart, isRejoinOffered } from './rejoin';

describe('isRejoinOffered', () => {
  const rows: readonly [string, OwnPart, number, boolean][] = [
    ['who has just left', { isRunning: true, awaySince: 1000 }, 1000, true],
    ['who left almost two minutes ago', { isRunning: true, awaySince: 0 }, 119_999, true],
    ['who left two minutes ago', { isRunning: true, awaySince: 0 }, 120_000, false],
    ['who is there, or never was', { isRunning: true, awaySince: null }, 1000, false],
    ['whose session has ended', { isRunning: false, awaySince: 1000 }, 1000, false],
  ];
  for (const [name, part, now, isOffered] of rows) {
    it(`FAIL-5 ${isOffered ? 'asks' : 'does not ask'} ${name}`, () => {
      expect(isRejoinOffered(part, now)).toBe(isOffered);
    });
  }
});
