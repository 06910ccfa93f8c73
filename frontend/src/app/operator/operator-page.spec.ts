import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled, show, textOf } from '../testing/screen';
import { administrator } from './operator-guard';
import {
  AllSessionsDocument,
  type OperatorSessionRowFragment,
  OperatorOverviewPageDocument,
} from './operator-operations';
import { OperatorPage } from './operator-page';
import type { Overview } from './operator-store';

const overview: Overview = {
  at: isoAt(0),
  live: [
    { status: 'ACTIVE', count: 3 },
    { status: 'PAUSED', count: 1 },
  ],
  onDay: 12,
  nextDay: 9,
  outcomes: [{ outcome: 'COMPLETED', count: 80 }],
  people: [{ role: 'MENTOR', count: 5 }],
  notices: { due: 18, late: 2, failed: 0 },
  parts: [
    { name: 'database', isUp: true },
    { name: 'media', isUp: false },
  ],
};

function aRow(id: string): OperatorSessionRowFragment {
  return {
    id,
    title: `Session ${id}`,
    status: 'SCHEDULED',
    outcome: null,
    course: { title: 'Algebra' },
    mentor: { person: { displayName: 'Mia Mentor' } },
    learner: { person: { displayName: 'Leo Learner' } },
    clock: { startsAt: isoAt(0), endsAt: isoAt(60) },
  };
}

describe('OperatorPage', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.graphql.answer(OperatorOverviewPageDocument, () => ({ operatorOverview: overview }));
    answer([aRow('1'), aRow('2')]);
  });

  function answer(rows: readonly OperatorSessionRowFragment[], endCursor: string | null = null) {
    scene.graphql.answer(AllSessionsDocument, () => ({
      allSessions: {
        edges: rows.map((node) => ({ node })),
        pageInfo: { endCursor, hasNextPage: endCursor !== null },
      },
    }));
  }

  it('PRE-12 shows how the place fares, and is open to everybody', async () => {
    const screen = await show(OperatorPage);
    expect(screen.text).toContain('In progress now 4');
    expect(screen.text).toContain('Today 12');
    expect(screen.text).toContain('Session Completed 80');
    expect(screen.text).toContain('More than a minute late 2');
    expect(screen.text).toContain('Media server Down');
    expect(screen.text).toContain('Mia Mentor and Leo Learner · Algebra');
    await expectAccessible(screen);
  });

  it('PRE-12 looks for words and for where sessions stand', async () => {
    const screen = await show(OperatorPage);
    answer([aRow('found')]);
    await screen.type('Search', 'maya');
    expect(scene.graphql.calls(AllSessionsDocument).at(-1)?.filter.search).toBe('maya');
    expect(screen.text).toContain('Session found');
    const [status] = screen.all('combobox', 'Status') as [HTMLSelectElement];
    status.value = 'ENDED';
    status.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(scene.graphql.calls(AllSessionsDocument).at(-1)?.filter).toEqual({
      search: 'maya',
      status: 'ENDED',
      outcome: null,
    });
  });

  it('PRE-12 goes on behind the last session', async () => {
    answer([aRow('1')], 'cursor-1');
    const screen = await show(OperatorPage);
    answer([aRow('2')]);
    await screen.press('button', 'Show more');
    expect(scene.graphql.calls(AllSessionsDocument).at(-1)?.after).toBe('cursor-1');
    expect(screen.all('link', /^Session/).length).toBe(2);
    expect(screen.has('button', 'Show more')).toBe(false);
  });

  it('PRE-12 the list goes with the figures until somebody has gone on in it', async () => {
    answer([aRow('1')], 'cursor-1');
    const screen = await show(OperatorPage);
    const lookAgain = async () => {
      scene.page.returns.next();
      await screen.settle();
    };
    answer([{ ...aRow('1'), status: 'ACTIVE' }], 'cursor-1');
    await lookAgain();
    expect(textOf(screen.get('list'))).toContain('In progress');
    answer(Array.from({ length: 20 }, (_, index) => aRow(`more-${String(index)}`)));
    await screen.press('button', 'Show more');
    answer([]);
    await lookAgain();
    expect(screen.all('listitem').length).toBe(21);
  });

  it('PRE-12 who goes on in the list loses nothing to a look of the same moment', async () => {
    answer([aRow('1')], 'cursor-1');
    const screen = await show(OperatorPage);
    const first = Promise.withResolvers<void>();
    scene.graphql.answer(AllSessionsDocument, async ({ after }) => {
      if (!after) await first.promise;
      const edges = [{ node: aRow(after ? '2' : '1') }];
      const endCursor = after ? null : 'cursor-1';
      return { allSessions: { edges, pageInfo: { endCursor, hasNextPage: !after } } };
    });
    scene.page.returns.next();
    await screen.settle();
    await screen.press('button', 'Show more');
    expect(screen.all('listitem').length).toBe(2);
    first.resolve();
    await screen.settle();
    expect(screen.all('listitem').length).toBe(2);
  });

  it('PRE-12 says what to do where nothing is found', async () => {
    answer([]);
    const screen = await show(OperatorPage);
    expect(screen.text).toContain('No session is found.');
    await expectAccessible(screen);
  });

  it('FAIL-10 says that it cannot connect, and looks again when somebody looks', async () => {
    scene.graphql.refuse(OperatorOverviewPageDocument, 'unreachable');
    const screen = await show(OperatorPage);
    expect(screen.get('alert').innerText).toContain('Unable to connect.');
    scene.graphql.answer(OperatorOverviewPageDocument, () => ({ operatorOverview: overview }));
    scene.page.returns.next();
    await screen.settle();
    expect(screen.has('alert')).toBe(false);
  });

  it('PRE-12 is for administrators; others come to their own sessions', async () => {
    const router = TestBed.inject(Router);
    const [route] = router.config;
    if (!route) throw new Error('the scene has no route');
    router.resetConfig([{ ...route, path: 'operator', canActivate: [administrator] }, route]);
    await scene.signIn();
    await RouterTestingHarness.create('/operator');
    expect(router.url).toBe('/');
    await scene.signIn({ ...aViewer(), roles: ['ADMIN'] });
    await router.navigateByUrl('/operator');
    await settled();
    expect(router.url).toBe('/operator');
  });
});
