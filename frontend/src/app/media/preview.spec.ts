import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { DeviceStore } from './device-store';
import { Preview } from './preview';

describe('Preview', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  async function open(): Promise<Screen<Preview>> {
    await TestBed.inject(DeviceStore).start();
    return show(Preview);
  }

  function picture(screen: Screen<Preview>): Element | null {
    return screen.root.querySelector('video[aria-label="Your camera"]');
  }

  it('PRE-8 shows the own camera, the level, and what can be chosen', async () => {
    const screen = await open();
    expect(picture(screen)).not.toBeNull();
    expect(screen.has('meter', 'Microphone level')).toBe(true);
    expect(screen.has('combobox', 'Camera')).toBe(true);
    expect(screen.has('combobox', 'Microphone')).toBe(true);
    expect(screen.has('combobox', 'Speaker')).toBe(true);
    expect(screen.has('button', 'Play test sound')).toBe(true);
    await expectAccessible(screen);
  });

  it('PRE-8 says while it opens', async () => {
    void TestBed.inject(DeviceStore).start();
    const fixture = TestBed.createComponent(Preview);
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Starting your camera…');
    await fixture.whenStable();
  });

  it('ROOM-3 turns the camera off and on', async () => {
    const screen = await open();
    await screen.press('button', 'Turn camera off');
    expect(picture(screen)).toBeNull();
    expect(screen.text).toContain('Your camera is off');
    await expectAccessible(screen);
    await screen.press('button', 'Turn camera on');
    expect(picture(screen)).not.toBeNull();
  });

  it('ROOM-3 mutes and unmutes', async () => {
    const screen = await open();
    await screen.press('button', 'Mute');
    expect(scene.media.device('microphone').isOn).toBe(false);
    await screen.press('button', 'Unmute');
    expect(scene.media.device('microphone').isOn).toBe(true);
  });

  const faults: readonly [name: string, error: string, text: string][] = [
    ['FAIL-10 the camera is blocked', 'NotAllowedError', 'Please allow camera/microphone access.'],
    ['FAIL-3 there is no camera', 'NotReadableError', 'Your camera does not work'],
  ];
  for (const [name, error, text] of faults) {
    it(`${name}: "${text}"`, async () => {
      spyOn(navigator.permissions, 'query').and.resolveTo({ state: 'denied' } as PermissionStatus);
      scene.media.broken.camera = browserError(error);
      const screen = await open();
      expect(screen.text).toContain(text);
      expect(screen.has('alert')).toBe(true);
      await expectAccessible(screen);
    });
  }
});
