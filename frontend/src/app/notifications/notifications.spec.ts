import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ViewerStore } from '../account/viewer-store';
import { PushScene } from '../testing/push-scene';
import { settled } from '../testing/screen';
import { Notifications } from './notifications';

describe('Notifications', () => {
  it('PRE-3 goes to what a notification is about when it is tapped', async () => {
    const { gateway } = await PushScene.set();
    TestBed.inject(Notifications);
    gateway.opened.next('/session/7');
    await settled();
    expect(TestBed.inject(Router).url).toBe('/session/7');
  });

  it('PRE-3 looks how things stand for who is signed in, and when the permission changes', async () => {
    const { gateway, store } = await PushScene.set();
    TestBed.inject(Notifications);
    TestBed.tick();
    await settled();
    expect(store.state()).toBe('off');
    gateway.permission = 'denied';
    gateway.permissionChanged.next();
    await settled();
    expect(store.state()).toBe('denied');
    expect(gateway.questions).toBe(0);
  });

  it('PRE-3 forgets one person’s devices and tests when they sign out', async () => {
    const { store } = await PushScene.set();
    await store.allow();
    await store.sendTest();
    TestBed.inject(Notifications);
    TestBed.tick();
    await settled();
    TestBed.inject(ViewerStore).forget();
    TestBed.tick();
    expect(store.state()).toBe('checking');
    expect(store.devices()).toEqual([]);
    expect(store.device()).toBeNull();
    expect(store.testResult()).toBeNull();
  });

  it('PRE-3 installs the service worker, and goes on without one', async () => {
    const { gateway } = await PushScene.set();
    const notifications = TestBed.inject(Notifications);
    await notifications.install();
    gateway.isBroken = true;
    await notifications.install();
    expect(gateway.installs).toBe(2);
  });
});
