import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { Scene } from '../../testing/scene';
import { settled } from '../../testing/screen';
import { PushToTalk } from './push-to-talk';

describe('PushToTalk', () => {
  let scene: Scene;
  let talk: PushToTalk;
  let devices: DeviceStore;

  beforeEach(async () => {
    scene = new Scene(PushToTalk);
    devices = TestBed.inject(DeviceStore);
    await devices.start();
    talk = TestBed.inject(PushToTalk);
    await flush();
  });

  async function flush(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      TestBed.tick();
      await settled();
    }
  }

  const isHeard = () => scene.media.device('microphone').isOn;

  async function mute(): Promise<void> {
    await devices.toggle('microphone');
    await flush();
  }

  it('ROOM-3 opens a muted microphone while it is held', async () => {
    await mute();
    expect(talk.hold()).toBe(true);
    await flush();
    expect(isHeard()).toBe(true);
    expect(talk.isTalking()).toBe(true);
    talk.release();
    await flush();
    expect(isHeard()).toBe(false);
    expect(talk.isActive()).toBe(false);
  });

  it('ROOM-3 released before the microphone was open, it closes all the same', async () => {
    await mute();
    talk.hold();
    TestBed.tick();
    talk.release();
    await flush();
    expect(isHeard()).toBe(false);
    expect(devices.microphone().isOn).toBe(false);
  });

  it('ROOM-3 does nothing where the microphone is open, now and when it is released', async () => {
    expect(talk.hold()).toBe(false);
    talk.release();
    await flush();
    expect(isHeard()).toBe(true);
  });

  it('ROOM-3 who unmutes afterwards stays heard', async () => {
    await mute();
    talk.hold();
    await flush();
    talk.release();
    await flush();
    await devices.toggle('microphone');
    await flush();
    expect(isHeard()).toBe(true);
  });

  it('FAIL-3 a microphone that does not open is not tried again and again', async () => {
    await mute();
    scene.media.device('microphone').failure = new Error('gone');
    talk.hold();
    do await flush();
    while (devices.microphone().isOpening);
    await flush();
    expect(talk.isActive()).toBe(false);
    expect(devices.microphone().device).toBeNull();
  });
});
