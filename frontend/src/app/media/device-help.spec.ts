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
    expect(text).toContain('Your camera and microphone are blocked for this page.');
    expect(text.split('Turn on camera and microphone').length - 1).toBe(1);
  });

  it('FAIL-3 lets a person go on without what fails, and come back to it', async () => {
    scene.media.broken.camera = browserError('NotReadableError');
    await TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceHelp);
    await screen.press('button', 'Go on without camera');
    expect(screen.has('alert')).toBe(false);
    expect(screen.text).toContain('You go on without camera.');
    expect(TestBed.inject(DeviceStore).hasPassedCheck()).toBe(true);
    await expectAccessible(screen);
    delete scene.media.broken.camera;
    await screen.press('button', 'Try again');
    expect(screen.text).toBe('');
  });

  it('FAIL-3 says that the browser waits for an answer', async () => {
    spyOn(navigator.permissions, 'query').and.resolveTo({ state: 'prompt' } as PermissionStatus);
    const question = Promise.withResolvers<never>();
    spyOn(scene.media, 'openDevices').and.returnValue(question.promise);
    void TestBed.inject(DeviceStore).start();
    const screen = await show(DeviceHelp);
    expect(screen.text).toBe('Your browser asks for your camera and microphone. Choose “Allow”.');
    await expectAccessible(screen);
  });

  it('FAIL-3 says which device is used until the chosen one is back', async () => {
    scene.storage.write('microphone', 'mic-9');
    scene.storage.write('microphone-name', 'Headset');
    scene.media.fallbacks.microphone = 'mic-1';
    await TestBed.inject(DeviceStore).start();
    const { text } = await show(DeviceHelp);
    expect(text).toBe('Headset is not connected. Built-in microphone is used until it is back.');
  });

  it('FAIL-3 says that nothing comes from the microphone, and what to do', async () => {
    await TestBed.inject(DeviceStore).start();
    TestBed.inject(DeviceStore).noteSilence(true);
    const screen = await show(DeviceHelp);
    expect(screen.text).toContain('We hear nothing from your microphone.');
    expect(screen.text).toContain('look for a mute switch');
    await expectAccessible(screen);
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
