import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { Bell } from './bell';
import type { Notice } from './notice-store';
import {
  MarkNoticesReadDocument,
  NoticeArrivedDocument,
  NoticesDocument,
  UnreadNoticesDocument,
} from './notices-operations';

function aNotice(parts: Partial<Notice> = {}): Notice {
  return {
    id: 'notice-1',
    kind: 'SESSION_SCHEDULED',
    title: 'New session: Closures',
    text: 'With Mia Mentor, tomorrow at 12:00.',
    sentAt: isoAt(-30),
    readAt: null,
    path: '/session/session-1',
    ...parts,
  };
}

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

  async function tell(screen: Screen<Bell>, notice: Notice) {
    scene.graphql.stream(NoticeArrivedDocument).push({ noticeArrived: notice });
    await screen.settle();
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

  it('PRE-3 "Your session is starting! Please join now." leads to the session with one tap', async () => {
    const screen = await show(Bell);
    await tell(screen, aNotice({ id: 'start', kind: 'STARTING' }));
    expect(textOf(screen.get('alert'))).toContain('Your session is starting! Please join now.');
    expect(screen.get('link', 'Join Now').getAttribute('href')).toBe('/session/session-1');
    expect(screen.has('button', 'Notifications, 3 unread')).toBe(true);
    await expectAccessible(screen);
    await screen.press('link', 'Join Now');
    expect(screen.has('alert')).toBe(false);
    expect(scene.graphql.calls(MarkNoticesReadDocument)).toEqual([
      { input: { ids: ['start'], all: false } },
    ]);
    expect(screen.has('button', 'Notifications')).toBe(true);
  });

  it('ROOM-15 what one page has said aloud the next one only shows', async () => {
    const first = await show(Bell);
    await tell(first, aNotice({ id: 'start', kind: 'STARTING' }));
    expect(first.has('alert')).toBe(true);
    const second = await show(Bell);
    expect(second.text).toContain('Your session is starting! Please join now.');
    expect(second.has('alert')).toBe(false);
  });

  it('PRE-3 whoever is in the session already is not called there, then or later', async () => {
    const screen = await show(Bell);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/session/session-1?check');
    await tell(screen, aNotice({ id: 'start', kind: 'STARTING' }));
    expect(screen.has('link', 'Join Now')).toBe(false);
    expect(screen.has('button', 'Notifications, 3 unread')).toBe(true);
    await router.navigateByUrl('/settings');
    await tell(screen, aNotice({ id: 'start-2', kind: 'STARTING' }));
    expect(screen.has('link', 'Join Now')).toBe(true);
    await router.navigateByUrl('/session/session-1');
    await screen.settle();
    expect(screen.has('link', 'Join Now')).toBe(false);
  });

  it('ROOM-15 other news is told politely, and can be dismissed', async () => {
    const screen = await show(Bell);
    await tell(screen, aNotice());
    expect(screen.text).toContain('New session: Closures');
    expect(screen.has('alert')).toBe(false);
    const region = document.querySelector('body > [role=status]');
    expect(region?.textContent).toBe('New session: Closures');
    await expectAccessible(screen);
    await screen.press('button', 'Dismiss');
    expect(screen.text).not.toContain('New session: Closures');
  });

  it('PRE-3 says nothing on the page that it would lead to', async () => {
    await TestBed.inject(Router).navigateByUrl('/session/session-1');
    const screen = await show(Bell);
    await tell(screen, aNotice({ kind: 'STARTING' }));
    expect(screen.has('alert')).toBe(false);
  });

  it('FAIL-8 counts again after a broken connection', async () => {
    const screen = await show(Bell);
    scene.graphql.answer(UnreadNoticesDocument, () => ({ notices: { unreadCount: 5 } }));
    scene.socket.reconnect();
    await screen.settle();
    expect(screen.has('button', 'Notifications, 5 unread')).toBe(true);
  });
});
