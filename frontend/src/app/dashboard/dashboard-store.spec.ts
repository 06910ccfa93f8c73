import { TestBed } from '@angular/core/testing';
import { aCard, aPage } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { ComingSessions } from '../session/coming-sessions';
import type { Card } from '../session/session-lists';
import {
  MySessionsChangedDocument,
  SessionPagesDocument,
} from '../session/session-lists-operations';
import { DashboardStore } from './dashboard-store';

const soon = aCard({ id: 'soon' });
const later = aCard({ id: 'later' });
const over = aCard({ id: 'over', outcome: 'COMPLETED' });
const lists = { upcoming: aPage([soon, later]), past: aPage([over], 'cursor-over') };

describe('DashboardStore', () => {
  let scene: Scene;
  let store: DashboardStore;

  beforeEach(() => {
    scene = new Scene(DashboardStore);
    store = TestBed.inject(DashboardStore);
  });

  async function open(): Promise<void> {
    scene.plan(lists);
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

  it('PRE-12 asks once for what every page knows already', async () => {
    scene.plan(lists);
    TestBed.inject(ComingSessions).open();
    await settled();
    await open();
    const asked = scene.graphql.calls(SessionPagesDocument).map(({ filter }) => filter);
    expect(asked).toEqual(['UPCOMING', 'PAST']);
  });

  it('PRE-12 a session that ends moves to what was', async () => {
    await open();
    const ended = aCard({ id: 'soon', outcome: 'COMPLETED' });
    scene.plan({ upcoming: aPage([later]), past: aPage([ended, over]) });
    scene.graphql.stream(MySessionsChangedDocument).push({ mySessionsChanged: ended });
    await settled();
    expect(store.next()?.id).toBe('later');
    expect(ids(store.past())).toEqual(['soon', 'over']);
  });

  it('PRE-12 shows more of a list', async () => {
    scene.plan({ ...lists, more: aPage([over, aCard({ id: 'older' })]) });
    store.open();
    await settled();
    await store.showMore('PAST');
    expect(scene.graphql.calls(SessionPagesDocument).at(-1)).toEqual({
      filter: 'PAST',
      first: 8,
      after: 'cursor-over',
    });
    expect(ids(store.past())).toEqual(['over', 'older']);
    expect(store.past()?.endCursor).toBeNull();
  });

  it('PRE-12 asks for more once at a time, and not beyond the end', async () => {
    await open();
    const page = Promise.withResolvers<{ sessions: ReturnType<typeof aPage> }>();
    scene.graphql.answer(SessionPagesDocument, () => page.promise);
    const first = store.showMore('PAST');
    expect(store.isLoadingMore()).toBe('PAST');
    await store.showMore('PAST');
    page.resolve({ sessions: aPage([]) });
    await first;
    await store.showMore('UPCOMING');
    expect(scene.graphql.calls(SessionPagesDocument).filter(({ after }) => after)).toHaveSize(1);
    expect(store.isLoadingMore()).toBeNull();
  });

  it('FAIL-10 says that it cannot connect, and goes on by itself', async () => {
    store.open();
    await settled();
    expect(store.fault()).toBe('unreachable');
    scene.plan(lists);
    scene.graphql.askAgain();
    await settled();
    expect(store.fault()).toBeNull();
    expect(store.isLoaded()).toBe(true);
  });

  it('FAIL-8 looks again after a broken connection', async () => {
    await open();
    scene.plan({ past: aPage([later, over]) });
    scene.socket.reconnect();
    await settled();
    expect(store.next()).toBeNull();
    expect(ids(store.past())).toEqual(['later', 'over']);
  });

  it('FAIL-12 keeps what is shown where it cannot look again', async () => {
    await open();
    scene.graphql.refuse(SessionPagesDocument, 'failed');
    scene.socket.reconnect();
    await settled();
    expect(store.next()?.id).toBe('soon');
    expect(ids(store.past())).toEqual(['over']);
    expect(store.fault()).toBeNull();
  });
});
