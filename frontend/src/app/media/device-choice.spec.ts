import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { DeviceChoiceField } from './device-choice';
import { DeviceStore } from './device-store';

describe('DeviceChoiceField', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  function field(screen: Screen<DeviceChoiceField>, name: string): HTMLSelectElement {
    return screen.get('combobox', name) as HTMLSelectElement;
  }

  function names(select: HTMLSelectElement): readonly string[] {
    return [...select.options].map(({ text }) => text);
  }

  it('PRE-8 offers the devices that there are, and shows the one in use', async () => {
    scene.media.present.camera = [
      { id: 'cam-1', label: 'Front camera' },
      { id: 'cam-2', label: '' },
    ];
    scene.storage.write('camera', 'cam-2');
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceChoiceField, { kind: 'camera' });
    const select = field(screen, 'Camera');
    expect(names(select)).toEqual(['Front camera', 'Camera 2']);
    expect(select.value).toBe('cam-2');
    await expectAccessible(screen);
  });

  it('PRE-8 switches to the one that is chosen', async () => {
    scene.media.present.microphone.push({ id: 'mic-2', label: 'Headset' });
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceChoiceField, { kind: 'microphone' });
    const select = field(screen, 'Microphone');
    select.value = 'mic-2';
    select.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(scene.media.device('microphone').deviceId).toBe('mic-2');
    expect(field(screen, 'Microphone').value).toBe('mic-2');
  });

  it('FAIL-3 says that there is none', async () => {
    scene.media.present.camera = [];
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceChoiceField, { kind: 'camera' });
    expect(names(field(screen, 'Camera'))).toEqual(['None found']);
    expect(field(screen, 'Camera').disabled).toBe(true);
  });
});
