import { TestBed } from '@angular/core/testing';
import { Voice } from '../alerts/voice';
import { DeviceStore } from '../media/device-store';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { CallVoice } from './call-voice';
import { PushToTalk } from './keys/push-to-talk';

describe('CallVoice', () => {
  let scene: Scene;
  let said: string[];

  beforeEach(async () => {
    said = [];
    scene = new Scene(CallVoice, PushToTalk, {
      provide: Voice,
      useValue: { say: (what: string) => said.push(what) },
    });
    await TestBed.inject(DeviceStore).start();
    await scene.enter();
    TestBed.inject(CallVoice);
    await flush();
  });

  async function flush(): Promise<void> {
    TestBed.tick();
    await settled();
  }

  it('PRE-7 "You are muted", once for each time', async () => {
    const devices = TestBed.inject(DeviceStore);
    expect(said).toEqual([]);
    for (let turn = 0; turn < 3; turn++) {
      await devices.toggle('microphone');
      await flush();
    }
    expect(said).toEqual(['muted', 'muted']);
  });

  it('PRE-7 not to who held a key to talk', async () => {
    await TestBed.inject(DeviceStore).toggle('microphone');
    await flush();
    const talk = TestBed.inject(PushToTalk);
    talk.hold();
    for (let turn = 0; turn < 3; turn++) await flush();
    expect(talk.isTalking()).toBe(true);
    talk.release();
    for (let turn = 0; turn < 3; turn++) await flush();
    expect(said).toEqual(['muted']);
  });

  it('PRE-7 "You have been disconnected"', async () => {
    scene.media.call.become({ link: 'reconnecting' });
    await flush();
    scene.media.call.become({ link: 'connected' });
    await flush();
    expect(said).toEqual(['disconnected']);
  });
});
