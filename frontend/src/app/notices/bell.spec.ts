import { expectAccessible } from '../testing/accessibility';
import { aNotice, aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { Bell } from './bell';
import type { Notice } from './notice-store';
import {
  MarkNoticesReadDocument,
  NoticesDocument,
  UnreadNoticesDocument,
} from './notices-operations';

describe('Bell', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer());
    scene.graphql.answer(UnreadNoticesDocument, () => ({ notices: { unreadCount: 2 } }));
    scene.graphql.answer(MarkNoticesReadDocument, () => ({ markNoticesRead: { unreadCount: 0 } }));
  });

  function list(notices: readonly Notice[], endCursor: string | null = null) {
    scene.graphql.answer(NoticesDocument, ({ after }) => ({
      notices: {
        edges: (after
          ? [aNotice({ id: 'older', title: 'Older', readAt: isoAt(-9) })]
          : notices
        ).map((node) => ({ node })),
        pageInfo: { hasNextPage: !after && endCursor !== null, endCursor },
        unreadCount: 2,
      },
    }));
  }

  async function opened(): Promise<Screen<Bell>> {
    const screen = await show(Bell);
    screen.get('button', /^Notifications/).focus();
    await screen.press('button', /^Notifications/);
    await screen.until(() => screen.has('dialog'));
    return screen;
  }

  it('PRE-10 says how much is unread', async () => {
    const screen = await show(Bell);
    expect(screen.has('button', 'Notifications, 2 unread')).toBe(true);
    await expectAccessible(screen);
  });

  it('PRE-10 lists what was told; one tap leads to the session and marks it read', async () => {
    list([aNotice()]);
    const screen = await opened();
    const link = screen.get('link', /New session: Closures/);
    expect(link.getAttribute('href')).toBe('/session/session-1');
    expect(textOf(link)).toContain('Unread:');
    await expectAccessible(screen);
    await screen.press('link', /New session/);
    expect(scene.graphql.calls(MarkNoticesReadDocument)).toEqual([
      { input: { ids: ['notice-1'], all: false } },
    ]);
    await screen.until(() => !screen.has('dialog'));
    expect(screen.has('button', 'Notifications')).toBe(true);
  });

  it('PRE-10 marks all as read, and shows more', async () => {
    list([aNotice()], 'cursor-1');
    const screen = await opened();
    await screen.press('button', 'Show more');
    expect(screen.all('listitem').length).toBe(2);
    await screen.press('button', 'Mark all as read');
    expect(screen.text).not.toContain('Unread:');
    expect(scene.graphql.calls(MarkNoticesReadDocument).length).toBe(1);
  });

  it('PRE-10 says so where nothing was told yet, or it cannot be read', async () => {
    scene.graphql.refuse(NoticesDocument, 'unreachable');
    const screen = await opened();
    expect(screen.all('alert').map(textOf)).toContain('Unable to connect. Try again.');
    list([]);
    await screen.press('button', 'Retry');
    expect(screen.text).toContain('You have no notifications yet.');
    await expectAccessible(screen);
  });

  it('FAIL-8 counts again after a broken connection', async () => {
    const screen = await show(Bell);
    scene.graphql.answer(UnreadNoticesDocument, () => ({ notices: { unreadCount: 5 } }));
    scene.socket.reconnect();
    await screen.settle();
    expect(screen.has('button', 'Notifications, 5 unread')).toBe(true);
  });
});
