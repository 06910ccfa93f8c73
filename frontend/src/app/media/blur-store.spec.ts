import { TestBed } from '@angular/core/testing';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { BlurStore } from './blur-store';
import { DeviceStore } from './device-store';

describe('BlurStore', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  async function open(): Promise<BlurStore> {
    const store = TestBed.inject(BlurStore);
    await TestBed.inject(DeviceStore).start();
    await settle();
    return store;
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await settled();
  }

  it('ROOM-3 blurs and stops, on the camera that is open', async () => {
    const store = await open();
    expect(scene.media.device('camera').isBlurred).toBe(false);
    store.turn(true);
    await settle();
    expect(scene.media.device('camera').isBlurred).toBe(true);
    store.turn(false);
    await settle();
    expect(scene.media.device('camera').isBlurred).toBe(false);
  });

  it('ROOM-3 is remembered, and set before anybody sees the room behind', async () => {
    scene.storage.write('background-blur', true);
    const store = await open();
    expect(store.isOn()).toBe(true);
    expect(scene.media.device('camera').isBlurred).toBe(true);
  });

  it('ROOM-3 stops by itself where the machine is too slow, and says so', async () => {
    const store = await open();
    store.turn(true);
    await settle();
    scene.media.device('camera').tooSlow();
    await settle();
    expect([store.isOn(), store.fault()]).toEqual([false, 'too-slow']);
    expect(scene.media.device('camera').isBlurred).toBe(false);
  });

  it('ROOM-3 says that it could not be loaded', async () => {
    const store = await open();
    scene.media.device('camera').failure = new Error('404');
    store.turn(true);
    await settle();
    expect([store.isOn(), store.fault()]).toEqual([false, 'failed']);
  });

  it('ROOM-3 is not offered where neither camera nor machine can', async () => {
    const store = await open();
    scene.media.device('camera').canBlur = false;
    expect(store.isPossible()).toBe(false);
  });
});
