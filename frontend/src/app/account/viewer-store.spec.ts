import { TestBed } from '@angular/core/testing';
import { DeviceClock } from '../platform/clock';
import { aViewer, isoAt, leo, minutesIn } from '../testing/builders';
import { FakeDeviceClock } from '../testing/fake-platform';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { ViewerDocument } from './account-operations';
import { ViewerStore } from './viewer-store';

describe('ViewerStore', () => {
  let scene: Scene;
  let store: ViewerStore;
  const device = new FakeDeviceClock();

  beforeEach(() => {
    scene = new Scene({ provide: DeviceClock, useValue: device });
    store = TestBed.inject(ViewerStore);
  });

  it('PRE-12 knows who is signed in', async () => {
    await scene.signIn();
    expect(store.viewer()?.email).toBe('leo@example.org');
    expect(store.id()).toBe(leo.id);
  });

  it('PRE-1 learns the server’s time on the way', async () => {
    device.even = 1000;
    scene.graphql.answer(ViewerDocument, () => {
      device.pass(80);
      return { viewer: null, serverTime: isoAt(3) };
    });
    await store.load();
    expect(scene.clock.learnt).toEqual([
      { askedAt: 1000, answeredAt: 1080, serverTime: minutesIn(3) },
    ]);
  });

  it('PRE-8 writes times in the viewer’s zone, else in the device’s', async () => {
    await scene.signIn(aViewer({ timeZone: 'Asia/Tokyo' }));
    expect(store.writing()).toEqual({ language: 'en-GB', timeZone: 'Asia/Tokyo' });
    await scene.signIn(aViewer({ timeZone: null }));
    expect(store.writing().timeZone).toBe('Europe/London');
  });

  it('PRE-8 writes times in another zone as soon as the viewer has one', async () => {
    store.useTimeZone('Asia/Tokyo');
    expect(store.viewer()).toBeNull();
    await scene.signIn(aViewer({ timeZone: null }));
    store.useTimeZone('Asia/Tokyo');
    expect(store.writing().timeZone).toBe('Asia/Tokyo');
    expect(store.id()).toBe(leo.id);
  });

  it('FAIL-10 says so where the server cannot be asked', async () => {
    await expectAsync(store.load()).toBeRejected();
    expect(store.viewer()).toBeNull();
  });

  it('OPS cuts the line of one person before another one uses the page, and only then', async () => {
    await scene.signIn();
    store.useTimeZone('Asia/Tokyo');
    await store.load();
    expect(scene.socket.hangUps).toBe(0);
    const mia = aViewer();
    await scene.signIn({ ...mia, person: { ...mia.person, id: 'mia' } });
    expect(scene.socket.hangUps).toBe(1);
    store.forget();
    expect(scene.socket.hangUps).toBe(2);
    store.forget();
    expect(scene.socket.hangUps).toBe(2);
  });

  it('OPS starts anew where the line comes back as somebody else’s, and only there', async () => {
    await scene.signIn();
    scene.socket.reconnect();
    scene.socket.reconnect();
    await settled();
    expect(scene.page.starts).toBe(0);
    const mia = aViewer();
    const viewer = { ...mia, person: { ...mia.person, id: 'mia' } };
    scene.graphql.answer(ViewerDocument, () => ({ viewer, serverTime: isoAt(-10) }));
    scene.socket.reconnect();
    await settled();
    expect(scene.page.starts).toBe(1);
    expect(store.id()).toBe(leo.id);
  });

  it('PRE-12 forgets', async () => {
    await scene.signIn();
    store.forget();
    expect(store.viewer()).toBeNull();
    expect(store.id()).toBe('');
  });
});
