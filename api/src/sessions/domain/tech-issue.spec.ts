import fc from 'fast-check';
import { areIssuesHeard, type IssueReport, issueEvents, issueFault } from './tech-issue.ts';

const hourMs = 60 * 60_000;
const now = 100 * hourMs;
const lost: IssueReport = {
  issueId: 'issue-1',
  kind: 'MEDIA_CONNECTION',
  detail: null,
  startedAt: now - 5000,
  durationMs: null,
};
const { issueId, kind, detail } = lost;
const payload = { issueId, kind, detail };
const untold = { hasBegun: false, isOver: false };

describe('issueFault', () => {
  const rows: readonly [name: string, report: Partial<IssueReport>, fault: string | null][] = [
    ['a loss that goes on', {}, null],
    ['a loss that is over', { durationMs: 4000 }, null],
    ['a code', { detail: 'CAMERA_IN_USE' }, null],
    ['words of a person', { detail: 'My camera' }, 'detail'],
    ['a code of 40 letters', { detail: 'A'.repeat(40) }, null],
    ['a code of 41 letters', { detail: 'A'.repeat(41) }, 'detail'],
    ['nothing as a code', { detail: '' }, 'detail'],
    ['what began a day ago', { startedAt: now - 24 * hourMs }, null],
    ['what began before that', { startedAt: now - 24 * hourMs - 1 }, 'startedAt'],
    ['what begins later by the page’s clock', { startedAt: now + hourMs }, null],
    ['less than no time', { durationMs: -1 }, 'durationMs'],
    ['more than a day', { durationMs: 24 * hourMs + 1 }, 'durationMs'],
  ];
  for (const [name, report, fault] of rows) {
    it(`FAIL-13 finds ${fault ?? 'nothing'} wrong with ${name}`, () => {
      expect(issueFault({ ...lost, ...report }, now)).toBe(fault as never);
    });
  }
});

describe('areIssuesHeard', () => {
  it('FAIL-13 until a day after the end', () => {
    expect(areIssuesHeard(null, now)).toBe(true);
    expect(areIssuesHeard(now - 24 * hourMs + 1, now)).toBe(true);
    expect(areIssuesHeard(now - 24 * hourMs, now)).toBe(false);
  });
});

describe('issueEvents', () => {
  it('FAIL-13 keeps that it began, and later that it is over, with how long it was', () => {
    expect(issueEvents(untold, lost, 'ana', now)).toEqual([
      { type: 'TECH_ISSUE', personId: 'ana', at: now - 5000, payload },
    ]);
    const begun = { hasBegun: true, isOver: false };
    expect(issueEvents(begun, { ...lost, durationMs: 3000 }, 'ana', now)).toEqual([
      {
        type: 'TECH_ISSUE_OVER',
        personId: 'ana',
        at: now - 2000,
        payload: { ...payload, durationMs: 3000 },
      },
    ]);
  });

  it('FAIL-13 keeps both of what was told late, and nothing of what is known', () => {
    const told = { ...lost, durationMs: 3000 };
    const types = issueEvents(untold, told, 'ana', now).map(({ type }) => type);
    expect(types).toEqual(['TECH_ISSUE', 'TECH_ISSUE_OVER']);
    expect(issueEvents({ hasBegun: true, isOver: true }, told, 'ana', now)).toEqual([]);
    expect(issueEvents({ hasBegun: true, isOver: false }, lost, 'ana', now)).toEqual([]);
  });

  it('FAIL-13 puts nothing later than now, and no end before its beginning', () => {
    const instant = fc.integer({ min: now - hourMs, max: now + hourMs });
    const length = fc.option(fc.integer({ min: 0, max: hourMs }));
    fc.assert(
      fc.property(instant, length, (startedAt, durationMs) => {
        const events = issueEvents(untold, { ...lost, startedAt, durationMs }, 'ana', now);
        const times = events.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(Math.max(...times)).toBeLessThanOrEqual(now);
        expect(events.length).toBe(durationMs === null ? 1 : 2);
      }),
    );
  });
});
