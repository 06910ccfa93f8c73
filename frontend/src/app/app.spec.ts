import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ViewerStore } from './account/viewer-store';
import { App } from './app';
import { ComingSessions } from './session/coming-sessions';
import { aCard, aNotice, aPage, minutesIn } from './testing/builders';
import { NoticeArrivedDocument, UnreadNoticesDocument } from './notices/notices-operations';
import { Scene } from './testing/scene';
import { show } from './testing/screen';

describe('App', () => {
  let scene: Scene;
  let router: Router;

  beforeEach(() => {
    scene = new Scene();
    router = TestBed.inject(Router);
  });

  it('FAIL-10 asks to sign in again when the server has forgotten who we are', async () => {
    await scene.signIn();
    const screen = await show(App);
    await router.navigateByUrl('/session/1');
    scene.graphql.signedOut.next();
    await screen.settle();
    expect(router.url).toBe('/sign-in?next=%2Fsession%2F1');
    expect(TestBed.inject(ViewerStore).viewer()).toBeNull();
  });

  it('OPS stays where signing in is already asked for', async () => {
    const screen = await show(App);
    await router.navigateByUrl('/sign-in?next=%2Fa');
    scene.graphql.signedOut.next();
    await screen.settle();
    expect(router.url).toBe('/sign-in?next=%2Fa');
  });

  it('ROOM-15 begins a new page at its beginning', async () => {
    const screen = await show(App);
    await router.navigateByUrl('/a');
    expect(document.activeElement).not.toBe(screen.get('main'));
    await router.navigateByUrl('/b');
    expect(document.activeElement).toBe(screen.get('main'));
  });

  it('ROOM-13 shows the theme that was chosen', async () => {
    scene.storage.write('theme', 'dark');
    await show(App);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    delete document.documentElement.dataset['theme'];
  });

  it('PRE-12 knows the sessions that come from signing in to signing out', async () => {
    scene.plan({ upcoming: aPage([aCard()]) });
    const screen = await show(App);
    const coming = TestBed.inject(ComingSessions);
    expect(coming.isLoaded()).toBe(false);
    await scene.signIn();
    await screen.settle();
    expect(coming.next()?.id).toBe('session-1');
    scene.graphql.signedOut.next();
    await screen.settle();
    expect(coming.next()).toBeNull();
  });

  it('PRE-2 loads what tells of a session when one is near, on any page', async () => {
    scene.clock.set(minutesIn(-60));
    scene.plan({ upcoming: aPage([aCard()]) });
    await scene.signIn();
    const screen = await show(App);
    await screen.settle();
    expect(screen.root.querySelector('pl-alerts')).toBeNull();
    scene.clock.set(minutesIn(-19));
    await screen.settle();
    await screen.settle();
    expect(screen.root.querySelector('pl-alerts')).not.toBeNull();
  });

  for (const width of [320, 390, 1280]) {
    it(`PRE-4 ROOM-14 at ${String(width)} px the bar and a toast cover neither each other nor the page’s last button`, async () => {
      scene.clock.set(minutesIn(-4));
      scene.plan({
        upcoming: aPage([aCard({ title: 'A title that is rather long for a phone' })]),
      });
      scene.graphql.answer(UnreadNoticesDocument, () => ({ notices: { unreadCount: 0 } }));
      await scene.signIn();
      await router.navigateByUrl('/availability');
      const screen = await show(App);
      screen.root.style.inlineSize = `${String(width)}px`;
      const save = document.createElement('button');
      save.style.cssText = 'display: block; margin-block-start: 300vh; inline-size: 100%';
      screen.get('main').append(save);
      await screen.until(() => screen.has('complementary'));
      const noticeArrived = aNotice({ title: 'Mia Mentor proposes another time for Closures' });
      scene.graphql.stream(NoticeArrivedDocument).push({ noticeArrived });
      await screen.until(() => screen.has('region', 'Notification'));
      const boxOf = (element: Element) => element.getBoundingClientRect();
      const bar = screen.get('complementary');
      const toast = screen.get('region', 'Notification');
      expect(boxOf(bar).bottom).withContext('in sight').toBeLessThanOrEqual(innerHeight);
      expect(boxOf(toast).bottom).toBeLessThanOrEqual(boxOf(bar).top);
      expect(bar.scrollWidth).toBeLessThanOrEqual(bar.clientWidth);
      expect(boxOf(bar).right).toBeLessThanOrEqual(boxOf(screen.root).right);
      scrollTo(0, document.documentElement.scrollHeight);
      expect(boxOf(save).bottom).toBeLessThanOrEqual(boxOf(toast).top);
    });
  }
});
