import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { OpenRoom } from '../session/open-room';
import { ToldSession } from '../session/told-session';
import { expectAccessible } from '../testing/accessibility';
import { aNotice, aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { type Notice, NoticeStore } from './notice-store';
import { NoticeToast } from './notice-toast';
import {
  MarkNoticesReadDocument,
  NoticeArrivedDocument,
  UnreadNoticesDocument,
} from './notices-operations';

describe('NoticeToast', () => {
  let scene: Scene;
  let screen: Screen<NoticeToast>;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer());
    scene.graphql.answer(UnreadNoticesDocument, () => ({ notices: { unreadCount: 2 } }));
    scene.graphql.answer(MarkNoticesReadDocument, () => ({ markNoticesRead: { unreadCount: 0 } }));
    screen = await show(NoticeToast);
  });

  async function tell(notice: Notice) {
    scene.graphql.stream(NoticeArrivedDocument).push({ noticeArrived: notice });
    await screen.settle();
  }
  const start = (parts: Partial<Notice> = {}) =>
    aNotice({ id: 'start', kind: 'STARTING', title: 'Closures', ...parts });
  const unread = () => TestBed.inject(NoticeStore).unread();
  const announced = () => document.querySelector('body > [role=status]')?.textContent ?? '';

  it('PRE-3 "Your session is starting! Please join now." leads to the session with one tap', async () => {
    await tell(start());
    expect(textOf(screen.get('alert'))).toContain('Your session is starting! Please join now.');
    expect(screen.get('link', 'Join Now').getAttribute('href')).toBe('/session/session-1');
    expect(unread()).toBe(3);
    await expectAccessible(screen);
    await screen.press('link', 'Join Now');
    expect(screen.has('alert')).toBe(false);
    expect(scene.graphql.calls(MarkNoticesReadDocument)).toEqual([
      { input: { ids: ['start'], all: false } },
    ]);
    expect(unread()).toBe(0);
  });

  it('PRE-10 does not tell the viewer as news what they did themselves', async () => {
    await tell(start());
    await tell(aNotice({ id: 'own', title: 'You did it', readAt: isoAt(-30) }));
    expect(unread()).toBe(3);
    expect(announced()).not.toContain('You did it');
    expect(textOf(screen.get('alert'))).toContain('Your session is starting!');
  });

  it('ROOM-15 what was said aloud on one page is the same on the next one', async () => {
    await TestBed.inject(Router).navigateByUrl('/a');
    await tell(start());
    const alert = screen.get('alert');
    await TestBed.inject(Router).navigateByUrl('/b');
    await screen.settle();
    expect(screen.get('alert')).toBe(alert);
  });

  it('PRE-3 whoever is in the session already is not called there, then or later', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/session/session-1?check');
    await tell(start());
    expect(screen.has('link', 'Join Now')).toBe(false);
    expect(unread()).toBe(3);
    await router.navigateByUrl('/settings');
    await tell(start({ id: 'start-2' }));
    expect(screen.has('link', 'Join Now')).toBe(true);
    await router.navigateByUrl('/session/session-1');
    await screen.settle();
    expect(screen.has('link', 'Join Now')).toBe(false);
  });

  for (const kind of ['STARTING', 'REMINDER_QUARTER'] as const) {
    it(`PRE-3 ${kind} does not say again what a countdown says; it is in the list`, async () => {
      const unwatch = TestBed.inject(ToldSession).watch(() => 'session-1');
      await tell(start({ kind }));
      expect(screen.text).toBe('');
      expect(announced()).not.toContain('Closures');
      expect(unread()).toBe(3);
      unwatch();
      await screen.settle();
      expect(screen.text).toBe('');
    });
  }

  it('PRE-3 a toast goes when the countdown begins', async () => {
    await tell(start());
    TestBed.inject(ToldSession).watch(() => 'session-1');
    await screen.settle();
    expect(screen.text).toBe('');
  });

  it('PRE-3 of another session, and other news of the same, is told beside a countdown', async () => {
    TestBed.inject(ToldSession).watch(() => 'session-1');
    await tell(start({ path: '/session/session-2' }));
    expect(screen.has('link', 'Join Now')).toBe(true);
    await tell(aNotice({ kind: 'RESCHEDULE_PROPOSED', title: 'Another time proposed' }));
    expect(screen.text).toContain('Another time proposed');
  });

  it('ROOM-15 other news is told politely, and can be dismissed', async () => {
    await tell(aNotice());
    expect(screen.text).toContain('New session: Closures');
    expect(screen.has('alert')).toBe(false);
    expect(announced()).toBe('New session: Closures');
    await expectAccessible(screen);
    await screen.press('button', 'Dismiss');
    expect(screen.text).not.toContain('New session: Closures');
  });

  it('ROOM-15 Escape dismisses it', async () => {
    await tell(start());
    await screen.key(screen.get('link', 'Join Now'), 'Escape');
    expect(screen.has('alert')).toBe(false);
  });

  it('ROOM-3 waits outside the room, where nobody is disturbed', async () => {
    const leave = TestBed.inject(OpenRoom).watch(() => 'another');
    await tell(start());
    expect(screen.text).toBe('');
    leave();
    await screen.settle();
    expect(screen.has('alert')).toBe(true);
  });
});
