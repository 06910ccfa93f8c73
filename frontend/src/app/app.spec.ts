import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ViewerStore } from './account/viewer-store';
import { App } from './app';
import { ComingSessions } from './session/coming-sessions';
import { aCard, aPage, minutesIn } from './testing/builders';
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
});
