import { TestBed } from '@angular/core/testing';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { DeviceStore } from './device-store';
import { SpeakerStore } from './speaker-store';

describe('SpeakerStore', () => {
  let scene: Scene;
  let store: SpeakerStore;

  beforeEach(() => {
    scene = new Scene();
    scene.media.present.speaker = [
      { id: 'default', label: 'Default' },
      { id: 'headset', label: 'Headset' },
    ];
    store = TestBed.inject(SpeakerStore);
  });

  async function plug(...ids: string[]): Promise<void> {
    scene.media.present.speaker = ids.map((id) => ({ id, label: id }));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await settled();
  }

  it('PRE-8 plays on the system’s own speaker until another one is chosen', async () => {
    await store.look();
    expect(store.speakerId()).toBe('');
    expect(store.isSelectable()).toBe(true);
    expect(await store.test()).toBe(true);
    store.choose('headset');
    expect(await store.test()).toBe(true);
    expect(scene.sound.played).toEqual(['', 'headset']);
    expect(scene.storage.read('speaker')).toBe('headset');
  });

  it('PRE-8 plays on the one that was chosen the last time', async () => {
    scene.storage.write('speaker', 'headset');
    TestBed.resetTestingModule();
    const other = new Scene();
    other.storage.write('speaker', 'speaker-1');
    const again = TestBed.inject(SpeakerStore);
    await again.look();
    expect(again.speakerId()).toBe('speaker-1');
  });

  it('FAIL-3 falls back while the chosen one is away, and says so', async () => {
    await store.look();
    store.choose('headset');
    await plug('default');
    expect(store.speakerId()).toBe('');
    expect(store.missing()).toBe('Headset');
    await plug('default', 'headset');
    expect(store.speakerId()).toBe('headset');
    expect(store.missing()).toBeNull();
  });

  it('PRE-8 knows that the browser did not play', async () => {
    scene.sound.failure = new Error('not allowed');
    expect(await store.test()).toBe(false);
  });

  it('PRE-8 the chosen speaker is the one of the call, and changes in it', async () => {
    await TestBed.inject(DeviceStore).start();
    await store.look();
    await scene.enter();
    TestBed.tick();
    expect(scene.media.call.speakers).toEqual([]);
    store.choose('headset');
    TestBed.tick();
    await plug('default');
    TestBed.tick();
    expect(scene.media.call.speakers).toEqual(['headset', '']);
  });
});
