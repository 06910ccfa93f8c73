import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { DeviceHelp } from './device-help';
import { DeviceStore } from './device-store';

describe('DeviceHelp', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  it('FAIL-3 says nothing while all works', async () => {
    await TestBed.inject(DeviceStore).start();
    expect((await show(DeviceHelp)).text).toBe('');
  });

  it('FAIL-3 says which device fails and how to mend it', async () => {
    scene.media.broken.camera = browserError('NotReadableError');
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceHelp);
    const text = textOf(screen.get('alert'));
    expect(text).toContain('Please enable your mic/camera to join session.');
    expect(text).toContain('Your camera is used by another program.');
    expect(text).toContain('Close other programs and pages that use the camera');
    expect(text).toContain('You can join with what works.');
    expect(text).not.toContain('microphone is');
    await expectAccessible(screen);
  });

  it('FAIL-3 says once what mends both', async () => {
    scene.media.broken.camera = browserError('NotAllowedError');
    spyOn(navigator.permissions, 'query').and.resolveTo({ state: 'denied' } as PermissionStatus);
    await TestBed.inject(DeviceStore).start();
    const text = textOf((await show(DeviceHelp)).get('alert'));
    expect(text).toContain('Your camera is blocked for this page.');
    expect(text).toContain('Your microphone is blocked for this page.');
    expect(text.split('allow camera and microphone').length - 1).toBe(1);
  });

  it('FAIL-3 goes away when it is mended', async () => {
    scene.media.broken.camera = browserError('NotReadableError');
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceHelp);
    delete scene.media.broken.camera;
    await screen.press('button', 'Try again');
    expect(screen.has('alert')).toBe(false);
  });
});
