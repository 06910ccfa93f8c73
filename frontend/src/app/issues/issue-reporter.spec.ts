import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { isoOf } from '../platform/clock';
import { aSession } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { type Condition, IssueReporter } from './issue-reporter';
import { ReportIssueDocument } from './issues-operations';

const secondMs = 1000;

async function flush(): Promise<void> {
  TestBed.tick();
  await settled();
}

describe('IssueReporter', () => {
  let scene: Scene;
  let begunAt: number;
  const condition = signal<Condition>('works');

  beforeEach(async () => {
    jasmine.clock().install();
    scene = new Scene();
    condition.set('works');
    begunAt = scene.clock.now();
    await scene.open(aSession());
    const reporter = TestBed.inject(IssueReporter);
    runInInjectionContext(TestBed.inject(Injector), () => {
      reporter.watch('SOCKET', condition);
    });
    await flush();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  function takeReports(): void {
    const reportIssue = { __typename: 'TechIssue' as const };
    scene.graphql.answer(ReportIssueDocument, () => ({ reportIssue }));
  }

  async function become(now: Condition, afterMs = 0): Promise<void> {
    scene.clock.set(scene.clock.now() + afterMs);
    jasmine.clock().tick(afterMs);
    await flush();
    condition.set(now);
    await flush();
  }

  const told = () => scene.graphql.calls(ReportIssueDocument).map(({ input }) => input);

  it('FAIL-13 tells that something fails, and then that it works again and how long it did not', async () => {
    takeReports();
    expect(told()).toEqual([]);
    await become({ code: null });
    await become('trying', 2 * secondMs);
    await become('works', 3 * secondMs);
    const [begun, over] = told();
    expect(begun?.issueId).toMatch(/^[0-9a-f-]{36}$/);
    const issue = {
      ...{ sessionId: 'session-1', issueId: begun?.issueId, kind: 'SOCKET', detail: null },
      startedAt: isoOf(begunAt),
    } as const;
    expect(told()).toEqual([
      { ...issue, durationMs: null },
      { ...issue, durationMs: 5 * secondMs },
    ] as never);
    expect(over?.issueId).toBe(begun?.issueId);
  });

  it('FAIL-13 tells what was over soon in one word, and nothing of what nobody wanted soon', async () => {
    takeReports();
    await become({ code: null });
    await become('works', 700);
    expect(told().map(({ durationMs }) => durationMs)).toEqual([700]);
    await become({ code: null });
    await become('unwanted', 700);
    await become('works', 5 * secondMs);
    expect(told().length).toBe(1);
  });

  it('FAIL-13 says nothing of what fails as the page is left, such as a call that is closed', async () => {
    takeReports();
    await become({ code: null });
    TestBed.resetTestingModule();
    jasmine.clock().tick(5 * secondMs);
    expect(told()).toEqual([]);
  });

  it('FAIL-13 keeps what happened while the server was away, and tells each once in order', async () => {
    await become({ code: 'GONE' });
    await become('trying', 2 * secondMs);
    await become('works', 1000);
    await become({ code: 'GONE' });
    await become('works', 1000);
    const before = told().length;
    takeReports();
    scene.graphql.askAgain();
    await settled();
    const later = told().slice(before);
    const lengths = later.map(({ durationMs }) => durationMs);
    expect(lengths).toEqual([null, 3000, 1000]);
    expect(new Set(later.map(({ issueId }) => issueId)).size).toBe(2);
    scene.graphql.askAgain();
    await settled();
    expect(told().length).toBe(before + 3);
  });

  it('FAIL-13 gives up what the server does not want, and goes on with the rest', async () => {
    scene.graphql.refuse(ReportIssueDocument, 'refused');
    await become({ code: 'ODD' });
    await become('trying', 2 * secondMs);
    expect(told().length).toBe(1);
    takeReports();
    await become('works', secondMs);
    expect(told().map(({ durationMs }) => durationMs)).toEqual([null, 3 * secondMs]);
  });

  it('FAIL-13 says nothing more of what nobody wants any more', async () => {
    takeReports();
    await become({ code: null });
    await become('unwanted', 2 * secondMs);
    await become('works', secondMs);
    expect(told().map(({ durationMs }) => durationMs)).toEqual([null]);
  });
});
