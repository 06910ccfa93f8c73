import type { NoticeKind } from './notice.ts';
import { remaining, spanText, type Spoken, startingText, wordsOf } from './notice-words.ts';

const startsAt = Date.UTC(2026, 10, 23, 9);
const endsAt = startsAt + 40 * 60_000;
const spoken: Spoken = {
  kind: 'STARTING',
  title: 'Fractions',
  other: 'Maya Lindqvist',
  startsAt,
  facts: { endsAt, by: null, said: '', times: [] },
  by: null,
  timeZone: 'Europe/Stockholm',
  now: startsAt - 24 * 3600_000,
};
const when = 'Monday 23 November, 10:00 – 10:40 CET';

describe('wordsOf', () => {
  const rows: [NoticeKind, Partial<Spoken>, string, string][] = [
    ['STARTING', {}, startingText, `Fractions with Maya Lindqvist: ${when}.`],
    [
      'REMINDER_DAY',
      {},
      'Your session starts in 24 hours',
      `Fractions with Maya Lindqvist: ${when}.`,
    ],
    [
      'SESSION_SCHEDULED',
      {},
      'New session: Fractions with Maya Lindqvist',
      `It takes place on ${when}.`,
    ],
    [
      'SESSION_RESCHEDULED',
      { facts: { ...spoken.facts, times: [{ startsAt: startsAt - 3600_000, endsAt: startsAt }] } },
      'Session moved: Fractions with Maya Lindqvist',
      `It now takes place on ${when}, and no longer on Monday 23 November, 09:00.`,
    ],
    [
      'SESSION_CANCELLED',
      { by: 'Maya Lindqvist', facts: { ...spoken.facts, said: 'I am ill.' } },
      'Session cancelled: Fractions with Maya Lindqvist',
      `Maya Lindqvist cancelled the session on ${when}. “I am ill.”`,
    ],
    [
      'RESCHEDULE_PROPOSED',
      { facts: { ...spoken.facts, times: [{ startsAt: endsAt, endsAt: endsAt + 60_000 }] } },
      'Maya Lindqvist proposes another time for Fractions',
      `Instead of ${when} it might be: Monday 23 November, 10:40 – 10:41 CET.`,
    ],
    [
      'RESCHEDULE_DECLINED',
      {},
      'Maya Lindqvist would rather not move Fractions',
      `It still takes place on ${when}.`,
    ],
    [
      'RECORDING_READY',
      {},
      'The recording is ready: Fractions with Maya Lindqvist',
      `Your session on ${when} can be watched now.`,
    ],
    ['REJOIN', {}, 'You left the session. Want to rejoin?', 'Tap to Rejoin'],
  ];
  for (const [kind, changes, headline, text] of rows) {
    it(`PRE-10 says ${kind} in words and by the clock of its reader`, () => {
      expect(wordsOf({ ...spoken, kind, ...changes })).toEqual({ headline, text });
    });
  }
});

describe('spanText', () => {
  const { now } = spoken;

  it('PRE-10 names both days of a session that goes on past midnight', () => {
    const late = Date.UTC(2026, 10, 23, 23, 30);
    expect(spanText({ startsAt: late, endsAt: late + 3600_000 }, { timeZone: null, now })).toBe(
      'Monday 23 November, 23:30 – Tuesday 24 November, 00:30 UTC',
    );
  });

  it('PRE-10 names the year where it is another than that of the letter', () => {
    const next = Date.UTC(2027, 0, 4, 9);
    const turn = Date.UTC(2026, 11, 31, 23, 30);
    const of = (from: number) =>
      spanText({ startsAt: from, endsAt: from + 3600_000 }, { timeZone: 'UTC', now });
    expect(of(next)).toBe('Monday 4 January 2027, 09:00 – 10:00 UTC');
    expect(of(turn)).toBe('Thursday 31 December, 23:30 – Friday 1 January 2027, 00:30 UTC');
  });

  it('PRE-10 names the zone as it is called on that day', () => {
    const july = Date.UTC(2026, 6, 6, 8);
    const times = { startsAt: july, endsAt: july + 3600_000 };
    expect(spanText(times, { timeZone: 'Europe/Stockholm', now })).toBe(
      'Monday 6 July, 10:00 – 11:00 CEST',
    );
    expect(spanText(times, { timeZone: 'Asia/Kolkata', now })).toBe(
      'Monday 6 July, 13:30 – 14:30 GMT+5:30',
    );
  });

  it('PRE-10 takes the world’s time for a zone that nobody knows', () => {
    const text = spanText({ startsAt, endsAt }, { timeZone: 'Nowhere/Town', now });
    expect(text).toContain('09:00 – 09:40 UTC');
  });
});

describe('remaining', () => {
  for (const [minutes, words] of [
    [-3, 'now'],
    [1, 'in 1 minute'],
    [15, 'in 15 minutes'],
    [60, 'in 1 hour'],
    [1440, 'in 24 hours'],
    [2880, 'in 2 days'],
  ] as const) {
    it(`PRE-10 says “${words}” ${String(minutes)} minutes before`, () => {
      expect(remaining(minutes * 60_000)).toBe(words);
    });
  }
});
