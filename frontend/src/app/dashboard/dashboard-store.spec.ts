import { TestBed } from '@angular/core/testing';
import { aCard, aClock } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import {
  DashboardDocument,
  type DashboardQuery,
  MoreSessionsDocument,
  MySessionsChangedDocument,
} from './dashboard-operations';
import { type Card, DashboardStore } from './dashboard-store';

function aPage(cards: readonly Card[], endCursor: string | null = null): DashboardQuery['past'] {
  const edges = cards.map((node) => ({ node }));
  return { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } };
}

const soon = aCard({ id: 'soon' });
const later = aCard({ id: 'later' });
const over = aCard({ id: 'over', outcome: 'COMPLETED' });

const dashboard: DashboardQuery = {
  nextSession: soon,
  upcoming: aPage([soon, later]),
  past: aPage([over], 'cursor-over'),
};

describe('DashboardStore', () => {
  let scene: Scene;
  let store: DashboardStore;

  beforeEach(() => {
    scene = new Scene(DashboardStore);
    store = TestBed.inject(DashboardStore);
  });

  function answer(reply: DashboardQuery = dashboard): void {
    scene.graphql.answer(DashboardDocument, () => reply);
  }

  async function open(): Promise<void> {
    answer();
    store.open();
    await settled();
  }

  function ids(list: { readonly items: readonly Card[] } | null): readonly string[] {
    return list?.items.map(({ id }) => id) ?? [];
  }

  it('PRE-12 shows the next session, what comes after it, and what was', async () => {
    expect(store.isLoaded()).toBe(false);
    await open();
    expect(store.next()?.id).toBe('soon');
    expect(ids(store.upcoming())).toEqual(['later']);
    expect(ids(store.past())).toEqual(['over']);
  });

  it('PRE-12 shows a change at once, and where it belongs once that is known', async () => {
    await open();
    const ended = aCard({ id: 'soon', outcome: 'COMPLETED', clock: aClock({ phase: 'ENDED' }) });
    answer({ nextSession: later, upcoming: aPage([later]), past: aPage([ended, over]) });
    scene.graphql.stream(MySessionsChangedDocument).push({ mySessionsChanged: ended });
    expect(store.next()?.outcome).toBe('COMPLETED');
    await settled();
    expect(store.next()?.id).toBe('later');
    expect(ids(store.past())).toEqual(['soon', 'over']);
  });

  it('PRE-12 many changes in a row are fetched by one reload and one more', async () => {
    await open();
    const stream = scene.graphql.stream(MySessionsChangedDocument);
    for (let count = 0; count < 5; count++) stream.push({ mySessionsChanged: soon });
    await settled();
    expect(scene.graphql.calls(DashboardDocument).length).toBe(1 + 2);
  });

  it('PRE-12 shows more of a list', async () => {
    await open();
    scene.graphql.answer(MoreSessionsDocument, () => ({
      sessions: aPage([over, aCard({ id: 'older' })]),
    }));
    await store.showMore('PAST');
    expect(scene.graphql.calls(MoreSessionsDocument)).toEqual([
      { filter: 'PAST', first: 8, after: 'cursor-over' },
    ]);
    expect(ids(store.past())).toEqual(['over', 'older']);
    expect(store.past()?.endCursor).toBeNull();
  });

  it('PRE-12 asks for more once at a time, and not beyond the end', async () => {
    await open();
    const page = Promise.withResolvers<{ sessions: DashboardQuery['past'] }>();
    scene.graphql.answer(MoreSessionsDocument, () => page.promise);
    const first = store.showMore('PAST');
    expect(store.isLoadingMore()).toBe('PAST');
    await store.showMore('PAST');
    page.resolve({ sessions: aPage([]) });
    await first;
    await store.showMore('UPCOMING');
    expect(scene.graphql.calls(MoreSessionsDocument).length).toBe(1);
    expect(store.isLoadingMore()).toBeNull();
  });

  it('FAIL-10 says that it cannot connect, and goes on by itself', async () => {
    store.open();
    await settled();
    expect(store.fault()).toBe('unreachable');
    answer();
    scene.graphql.askAgain();
    await settled();
    expect(store.fault()).toBeNull();
    expect(store.isLoaded()).toBe(true);
  });

  it('FAIL-8 looks again after a broken connection', async () => {
    await open();
    answer({ ...dashboard, nextSession: later });
    scene.socket.reconnect();
    await settled();
    expect(store.next()?.id).toBe('later');
  });

  it('FAIL-12 keeps what is shown where it cannot look again', async () => {
    await open();
    scene.graphql.refuse(DashboardDocument, 'failed');
    scene.socket.reconnect();
    await settled();
    expect(store.next()?.id).toBe('soon');
    expect(store.fault()).toBeNull();
  });

  it('PRE-12 follows no more when the page is gone', async () => {
    await open();
    TestBed.resetTestingModule();
    expect(scene.graphql.stream(MySessionsChangedDocument).isWatched).toBe(false);
  });
});
