import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { CaptionsChoice } from '../../transcript/captions-choice';
import { OwnPicture } from '../stage/own-picture';
import { RoomSettings } from './settings';

describe('RoomSettings', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.media.present.camera.push({ id: 'cam-2', label: 'Desk camera' });
    await TestBed.inject(DeviceStore).start();
    await scene.open();
    await scene.enter();
  });

  async function choose(screen: Screen<RoomSettings>, name: string, value: string): Promise<void> {
    const select = screen.get('combobox', name) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.settle();
  }

  it('ROOM-3 switches the camera without dropping the call', async () => {
    const screen = await show(RoomSettings);
    const camera = scene.media.device('camera');
    await choose(screen, 'Camera', 'cam-2');
    expect(camera.deviceId).toBe('cam-2');
    expect(scene.media.calls.length).toBe(1);
    expect(scene.media.call.published).toContain(camera);
    await expectAccessible(screen);
  });

  it('ROOM-3 blurs the background where that is possible', async () => {
    const screen = await show(RoomSettings);
    await screen.press('switch', /^Blur my background/);
    await screen.settle();
    expect(scene.media.device('camera').isBlurred).toBe(true);
    scene.media.device('camera').tooSlow();
    await screen.settle();
    expect(screen.text).toContain('This device is too slow for it, so it was turned off again.');
  });

  it('ROOM-3 offers no blur where it is not possible', async () => {
    scene.media.device('camera').canBlur = false;
    const screen = await show(RoomSettings);
    expect(screen.has('switch', /^Blur my background/)).toBe(false);
  });

  it('ROOM-2 hides the own picture', async () => {
    const screen = await show(RoomSettings);
    await screen.press('switch', /^Show my own picture/);
    expect(TestBed.inject(OwnPicture).isHidden()).toBe(true);
  });

  it('ROOM-15 turns captions on and off, as their control does', async () => {
    const screen = await show(RoomSettings);
    const choice = TestBed.inject(CaptionsChoice);
    await screen.press('switch', /^Show captions/);
    expect(choice.isOn()).toBe(true);
    choice.toggle();
    await screen.settle();
    expect((screen.get('switch', /^Show captions/) as HTMLInputElement).checked).toBe(false);
  });

  it('ROOM-3 shows the level of the microphone, tests the speaker and explains push-to-talk', async () => {
    const screen = await show(RoomSettings);
    expect(screen.has('meter', 'Microphone level')).toBe(true);
    expect(screen.text).toContain('hold Space to talk');
    await screen.press('button', 'Play test sound');
    expect(scene.sound.played).toEqual(['']);
    await expectAccessible(screen);
  });
});
