import { horizonHint, noticeHint } from './booking-hints';

describe('noticeHint', () => {
  const rows: readonly [minutes: number, text: string][] = [
    [0, 'Learners can book until a session starts.'],
    [60, 'Learners book at least 1 hour before a session starts.'],
    [1440, 'Learners book at least 24 hours before a session starts.'],
    [90, 'Learners book at least 1.5 hours before a session starts.'],
    [NaN, ''],
    [-60, ''],
  ];
  for (const [minutes, text] of rows) {
    it(`PRE-12 ${String(minutes)} minutes: "${text}"`, () => {
      expect(noticeHint(minutes)).toBe(text);
    });
  }
});

describe('horizonHint', () => {
  const rows: readonly [days: number, text: string][] = [
    [1, 'Learners see your times of the next day.'],
    [28, 'Learners see your times of the next 28 days.'],
    [NaN, ''],
    [0, ''],
  ];
  for (const [days, text] of rows) {
    it(`PRE-12 ${String(days)} days: "${text}"`, () => {
      expect(horizonHint(days)).toBe(text);
    });
  }
});
