import { timeWarning } from './time-warning';

const minuteMs = 60_000;

const rows: readonly [name: string, timeLeftMs: number, text: string][] = [
  ['LIFE-4 says nothing while there is time', 5 * minuteMs + 1, ''],
  ['LIFE-4 at five minutes', 5 * minuteMs, '5 minutes left'],
  ['LIFE-4 just above one minute', minuteMs + 1, '5 minutes left'],
  ['LIFE-4 at one minute', minuteMs, '1 minute left'],
  ['LIFE-4 in the last second', 1, '1 minute left'],
  ['LIFE-4 says nothing once it is over', 0, ''],
];

describe('timeWarning', () => {
  for (const [name, timeLeftMs, text] of rows) {
    it(name, () => {
      expect(timeWarning(timeLeftMs)).toBe(text);
    });
  }
});
