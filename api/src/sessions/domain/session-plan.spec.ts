import { checkPlan, isReason, type SessionPlan } from './session-plan.ts';

const minuteMs = 60_000;
const now = 1_000 * minuteMs;
const plan: SessionPlan = {
  title: 'Fractions',
  startsAt: now + 10 * minuteMs,
  endsAt: now + 40 * minuteMs,
  topics: ['Halves'],
};

describe('checkPlan', () => {
  it('PRE-12 takes a plan and cuts blanks', () => {
    const wanted = { ...plan, title: ' Fractions ', topics: [' Halves', ' '] };
    expect(checkPlan(wanted, now)).toEqual({ plan });
  });

  const faults: readonly [string, Partial<SessionPlan>, string][] = [
    ['no title', { title: '  ' }, 'title'],
    ['a title without end', { title: 'a'.repeat(201) }, 'title'],
    ['too many topics', { topics: Array.from({ length: 51 }, () => 'a') }, 'topics'],
    ['a topic without end', { topics: ['a'.repeat(201)] }, 'topics'],
    ['a title that cannot be kept', { title: 'a\u0000b' }, 'title'],
    ['a topic of two lines', { topics: ['a\nb'] }, 'topics'],
    ['a start in the past', { startsAt: now - 6 * minuteMs }, 'startsAt'],
    ['an end before the start', { endsAt: plan.startsAt - 1 }, 'endsAt'],
    ['less than five minutes', { endsAt: plan.startsAt + 5 * minuteMs - 1 }, 'endsAt'],
    ['more than eight hours', { endsAt: plan.startsAt + 480 * minuteMs + 1 }, 'endsAt'],
  ];
  for (const [what, changes, field] of faults) {
    it(`PRE-12 refuses ${what}`, () => {
      const checked = checkPlan({ ...plan, ...changes }, now);
      expect('fault' in checked && checked.fault.field).toBe(field);
    });
  }
});

describe('isReason', () => {
  const rows: readonly [string, string, boolean][] = [
    ['words', 'I am ill,\nsorry', true],
    ['nothing', '', true],
    ['500 characters', 'a'.repeat(500), true],
    ['more', 'a'.repeat(501), false],
    ['what cannot be kept', 'a\u0000b', false],
  ];
  for (const [what, text, expected] of rows) {
    it(`LIFE-5 ${expected ? 'takes' : 'refuses'} ${what}`, () => {
      expect(isReason(text)).toBe(expected);
    });
  }
});
