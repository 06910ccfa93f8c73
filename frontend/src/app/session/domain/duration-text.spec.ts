import { clockText, countdownText, durationText, untilText } from './duration-text';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Row = readonly [name: string, ms: number, text: string];

function each(write: (ms: number) => string, rows: readonly Row[]): void {
  for (const [name, ms, text] of rows) {
    it(name, () => {
      expect(write(ms)).toBe(text);
    });
  }
}

describe('clockText', () => {
  each(clockText, [
    ['ROOM-1 nothing yet', 0, '0:00'],
    ['ROOM-1 a second that is not over does not count', 1999, '0:01'],
    ['ROOM-1 minutes', 5 * minuteMs, '5:00'],
    ['ROOM-1 just under an hour', hourMs - secondMs, '59:59'],
    ['ROOM-1 an hour', hourMs, '1:00:00'],
    ['ROOM-1 hours', 11 * hourMs + 2 * minuteMs + 3 * secondMs, '11:02:03'],
    ['ROOM-1 never below zero', -5000, '0:00'],
  ]);
});

describe('countdownText', () => {
  each(countdownText, [
    ['PRE-1 five minutes', 5 * minuteMs, '5:00'],
    ['PRE-1 shows the second that is not over', 5 * minuteMs - 1, '5:00'],
    ['PRE-1 the last moment', 1, '0:01'],
    ['PRE-1 reaches zero at the end', 0, '0:00'],
    ['PRE-1 stays at zero after it', -1, '0:00'],
  ]);
});

describe('untilText', () => {
  each(untilText, [
    ['PRE-1 days', 3 * dayMs + 5 * hourMs, '3 days'],
    ['PRE-1 one day', dayMs + 1, '1 day'],
    ['PRE-1 a clock from a day out', dayMs, '24:00:00'],
    ['PRE-1 a clock in the last minutes', 4 * minuteMs + 59 * secondMs, '4:59'],
  ]);
});

describe('durationText', () => {
  each(durationText, [
    ['PRE-8 minutes', 45 * minuteMs, '45 minutes'],
    ['PRE-8 one hour', hourMs, '1 hour'],
    ['PRE-8 both', hourMs + 30 * minuteMs, '1 hour 30 minutes'],
    ['PRE-8 one of each', hourMs + minuteMs, '1 hour 1 minute'],
    ['PRE-8 rounded', 90 * secondMs, '2 minutes'],
    ['PRE-8 nothing', 0, '0 minutes'],
    ['PRE-8 next to nothing', 20_000, 'less than a minute'],
  ]);
});
