import { TestBed } from '@angular/core/testing';
import { browserError } from '../testing/fake-media';
import { aScreen } from '../testing/fake-screen';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import type { Word } from './call';
import { MediaStore } from './media-store';

describe('MediaStore, what is shown and told', () => {
  let scene: Scene;
  let store: MediaStore;

  beforeEach(async () => {
    scene = new Scene();
    store = TestBed.inject(MediaStore);
    await scene.enter();
    await settle();
  });

  async function settle(): Promise<void> {
    await settled();
    TestBed.tick();
    await settled();
  }

  async function share(): Promise<void> {
    await store.shareScreen();
    await settle();
  }

  it('ROOM-3 shares the screen and stops again', async () => {
    await share();
    expect(scene.media.call.shared.length).toBe(1);
    expect(store.isSharing()).toBe(true);
    expect(store.screen()?.isOwn).toBe(true);
    await store.stopSharing();
    expect(scene.media.call.shared).toEqual([]);
    expect(scene.media.screens[0]?.isStopped).toBe(true);
    expect([store.isSharing(), store.screen()]).toEqual([false, null]);
  });

  it('ROOM-3 hears that the person stops it beside the page', async () => {
    await share();
    scene.media.screens[0]?.end();
    await settle();
    expect(store.isSharing()).toBe(false);
    expect(scene.media.call.shared).toEqual([]);
    expect(store.shareFault()).toBeNull();
  });

  it('ROOM-3 a closed question is no fault, and a forbidden one is', async () => {
    scene.media.screenFailure = browserError('NotAllowedError', 'Permission denied');
    await share();
    expect([store.isSharing(), store.shareFault()]).toEqual([false, null]);
    scene.media.screenFailure = browserError('NotAllowedError', 'Permission denied by system');
    await share();
    expect(store.shareFault()).toBe('blocked-by-system');
    scene.media.screenFailure = null;
    await share();
    expect([store.isSharing(), store.shareFault()]).toEqual([true, null]);
  });

  it('ROOM-2 asks before it takes the place of the other’s screen', async () => {
    scene.media.call.become({ screen: aScreen() });
    await share();
    expect(store.isTakeOverAsked()).toBe(true);
    expect(scene.media.screens).toEqual([]);
    store.keepTheirScreen();
    expect(store.isTakeOverAsked()).toBe(false);
    await share();
    await share();
    expect(store.isTakeOverAsked()).toBe(false);
    expect(scene.media.call.shared.length).toBe(1);
  });

  it('ROOM-2 gives way to a screen that the other began later, and says so', async () => {
    await share();
    scene.media.call.become({ screen: aScreen() });
    await settle();
    expect(store.isSharing()).toBe(false);
    expect(scene.media.screens[0]?.isStopped).toBe(true);
    expect(store.shareFault()).toBe('taken-over');
  });

  it('FAIL-8 goes on sharing the same screen on the next connection', async () => {
    await share();
    const first = scene.media.call.shared[0];
    scene.media.call.end('lost');
    await settle();
    store.retryNow();
    await settle();
    await settle();
    expect(scene.media.calls.length).toBe(2);
    expect(scene.media.call.shared[0]).toEqual(first);
    expect(scene.media.screens.length).toBe(1);
  });

  it('ROOM-3 stops sharing with the call', async () => {
    await share();
    await store.leave();
    await settle();
    expect(scene.media.screens[0]?.isStopped).toBe(true);
    expect(store.isSharing()).toBe(false);
  });

  it('ROOM-7 tells the other one, and hears them, also on the next connection', async () => {
    const words: Word[] = [];
    store.heard.subscribe((word) => words.push(word));
    store.tell('typing', 'yes', 'at-once');
    expect(scene.media.call.told).toEqual([{ topic: 'typing', text: 'yes' }]);
    scene.media.call.hear('typing', 'one');
    scene.media.call.end('lost');
    await settle();
    store.retryNow();
    await settle();
    scene.media.call.hear('typing', 'two');
    expect(words).toEqual([
      { topic: 'typing', text: 'one', personId: 'mia' },
      { topic: 'typing', text: 'two', personId: 'mia' },
    ]);
  });
});
