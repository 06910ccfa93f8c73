import { TestBed } from '@angular/core/testing';
import type { DeviceKind } from './call';
import { type FakeDevice, browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { DeviceStore } from './device-store';
import type { DeviceFault } from './domain/device-fault';

describe('DeviceStore', () => {
  let scene: Scene;
  let store: DeviceStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(DeviceStore);
  });

  function permit(states: Readonly<Record<string, PermissionState>>): void {
    spyOn(navigator.permissions, 'query').and.callFake(({ name }) =>
      Promise.resolve({ state: states[name] ?? 'prompt' } as PermissionStatus),
    );
  }

  async function plug(kind: DeviceKind, ...ids: string[]): Promise<void> {
    scene.media.present[kind] = ids.map((id) => ({ id, label: id }));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await settled();
    await settled();
  }

  it('PRE-9 asks once, for both', async () => {
    await store.start();
    await store.start();
    expect(scene.media.wishes).toEqual([{ camera: null, microphone: null }]);
    expect(store.camera().isOn).toBe(true);
    expect(store.microphone().isOn).toBe(true);
    expect(store.faulty()).toEqual([]);
  });

  it('PRE-9 leaves no camera on that opens after the page was left', async () => {
    await store.start();
    await store.toggle('camera');
    const device = store.camera().device as FakeDevice;
    const opened = Promise.withResolvers<void>();
    spyOn(device, 'turn').and.returnValue(opened.promise);
    const toggling = store.toggle('camera');
    store.stop();
    // The browser starts it anew, and only now is done with that.
    device.isStopped = false;
    opened.resolve();
    await toggling;
    expect(device.isStopped).toBe(true);
    expect(store.camera().isOn).toBe(false);
  });

  it('PRE-8 says while it is opening', async () => {
    const starting = store.start();
    expect(store.isOpening()).toBe(true);
    await starting;
    expect(store.isOpening()).toBe(false);
  });

  it('PRE-8 lists what can be chosen', async () => {
    await store.start();
    expect(store.cameras()).toEqual([{ id: 'cam-1', label: 'Front camera' }]);
    expect(store.microphones()).toEqual([{ id: 'mic-1', label: 'Built-in microphone' }]);
  });

  const alone: readonly [name: string, kind: DeviceKind, error: string, fault: DeviceFault][] = [
    ['FAIL-3 works without a camera', 'camera', 'NotFoundError', 'missing'],
    ['FAIL-3 works without a microphone', 'microphone', 'NotFoundError', 'missing'],
    ['FAIL-3 works with a camera that does not start', 'camera', 'Error', 'failed'],
    ['FAIL-3 works with a camera in use', 'camera', 'NotReadableError', 'in-use'],
  ];
  for (const [name, kind, error, fault] of alone) {
    it(name, async () => {
      scene.media.broken[kind] = browserError(error);
      if (fault === 'missing') scene.media.present[kind] = [];
      await store.start();
      const other = kind === 'camera' ? 'microphone' : 'camera';
      expect(store.faulty()).toEqual([kind]);
      expect(store[kind]().fault).toBe(fault);
      expect(store[other]().isOn).toBe(true);
    });
  }

  it('FAIL-3 does not ask twice more who said no to both', async () => {
    permit({ camera: 'denied', microphone: 'denied' });
    scene.media.broken.camera = browserError('NotAllowedError');
    await store.start();
    expect(scene.media.wishes.length).toBe(1);
    expect(store.faulty()).toEqual(['camera', 'microphone']);
    expect(store.camera().fault).toBe('blocked');
  });

  it('FAIL-3 takes the microphone where only the camera is blocked', async () => {
    permit({ camera: 'denied', microphone: 'granted' });
    scene.media.broken.camera = browserError('NotAllowedError');
    await store.start();
    expect(store.faulty()).toEqual(['camera']);
    expect(store.microphone().isOn).toBe(true);
  });

  it('FAIL-3 opens what was mended, and only that', async () => {
    scene.media.broken.camera = browserError('NotReadableError');
    await store.start();
    delete scene.media.broken.camera;
    await store.retry();
    expect(store.faulty()).toEqual([]);
    expect(scene.media.wishes.at(-1)).toEqual({ camera: null, microphone: false });
  });

  it('ROOM-3 turns a device off and on', async () => {
    await store.start();
    await store.toggle('microphone');
    expect(store.microphone().isOn).toBe(false);
    expect(scene.media.device('microphone').isOn).toBe(false);
    await store.toggle('microphone');
    expect(store.microphone().isOn).toBe(true);
  });

  it('ROOM-3 opens a device that there was not', async () => {
    scene.media.broken.camera = browserError('NotFoundError');
    await store.start();
    delete scene.media.broken.camera;
    await store.toggle('camera');
    expect(store.camera().isOn).toBe(true);
  });

  it('FAIL-3 a device that fails when it is turned on says so', async () => {
    await store.start();
    await store.toggle('camera');
    scene.media.device('camera').failure = browserError('NotReadableError');
    await store.toggle('camera');
    expect(store.camera().fault).toBe('in-use');
    expect(scene.media.device('camera').isStopped).toBe(true);
  });

  it('PRE-8 switches to another device and remembers it', async () => {
    await store.start();
    await store.choose('camera', 'cam-2');
    expect(store.camera().deviceId).toBe('cam-2');
    expect(scene.storage.read('camera')).toBe('cam-2');
  });

  it('PRE-8 opens the device that was chosen the last time', async () => {
    scene.storage.write('microphone', 'mic-9');
    await store.start();
    expect(scene.media.wishes).toEqual([{ camera: null, microphone: 'mic-9' }]);
  });

  it('FAIL-3 notices that a device was unplugged', async () => {
    await store.start();
    scene.media.device('camera').unplug();
    await settled();
    expect(store.camera().fault).toBe('unplugged');
    expect(store.camera().isOn).toBe(false);
    expect(store.microphone().isOn).toBe(true);
  });

  it('FAIL-3 recovers by itself when one is plugged in', async () => {
    await store.start();
    scene.media.device('camera').unplug();
    await plug('camera');
    expect(store.camera().fault).toBe('unplugged');
    await plug('camera', 'cam-3');
    expect(store.camera().isOn).toBe(true);
    expect(store.camera().fault).toBeNull();
  });

  it('FAIL-3 leaves alone what works when something else is plugged in', async () => {
    await store.start();
    await plug('camera', 'cam-1', 'cam-2');
    expect(scene.media.wishes.length).toBe(1);
    expect(store.cameras().length).toBe(2);
  });

  it('FAIL-3 goes on with another one when the chosen one is pulled out, and takes it back', async () => {
    scene.media.present.camera = [
      { id: 'cam-1', label: 'Front camera' },
      { id: 'cam-2', label: 'Desk camera' },
    ];
    await store.start();
    await store.choose('camera', 'cam-2');
    expect(store.standIns()).toEqual([]);
    scene.media.present.camera = [{ id: 'cam-1', label: 'Front camera' }];
    // A browser opens another one where the wished one is not there.
    scene.media.fallbacks.camera = 'cam-1';
    scene.media.device('camera').unplug();
    await plug('camera', 'cam-1');
    expect(store.camera().deviceId).toBe('cam-1');
    expect(store.camera().fault).toBeNull();
    expect(store.standIns()).toEqual([{ kind: 'camera', missing: 'Desk camera', used: 'cam-1' }]);
    await plug('camera', 'cam-1', 'cam-2');
    expect(store.camera().deviceId).toBe('cam-2');
    expect(store.standIns()).toEqual([]);
  });

  it('FAIL-3 says that the person took the permission away, not the plug', async () => {
    permit({ camera: 'denied', microphone: 'granted' });
    await store.start();
    scene.media.device('camera').unplug();
    await settled();
    expect(store.camera().fault).toBe('blocked');
    expect(store.microphone().isOn).toBe(true);
  });

  it('FAIL-3 opens by itself what the person allows beside the page', async () => {
    const statuses = { camera: new FakeStatus('denied'), microphone: new FakeStatus('granted') };
    spyOn(navigator.permissions, 'query').and.callFake(({ name }) =>
      Promise.resolve(statuses[name as DeviceKind]),
    );
    TestBed.resetTestingModule();
    scene = new Scene();
    store = TestBed.inject(DeviceStore);
    scene.media.broken.camera = browserError('NotAllowedError', 'Permission denied');
    await store.start();
    expect(store.camera().fault).toBe('blocked');
    delete scene.media.broken.camera;
    statuses.camera.become('granted');
    await settled();
    await settled();
    expect(store.camera().fault).toBeNull();
    expect(store.camera().isOn).toBe(true);
  });

  it('FAIL-3 nobody waits for a question that is not answered', async () => {
    permit({ camera: 'prompt', microphone: 'granted' });
    const answer = Promise.withResolvers<never>();
    spyOn(scene.media, 'openDevices').and.returnValue(answer.promise);
    const starting = store.start();
    expect(store.isOpening()).toBe(true);
    await settled();
    expect(store.asked()).toEqual(['camera']);
    expect(store.isOpening()).toBe(false);
    answer.reject(browserError('NotAllowedError', 'Permission dismissed'));
    await starting;
    expect(store.asked()).toEqual([]);
    expect(store.camera().fault).toBe('dismissed');
  });

  it('PRE-8 PRE-5 the check is passed when all is open, or gone without on purpose', async () => {
    scene.media.broken.camera = browserError('NotReadableError');
    expect(store.hasPassedCheck()).toBe(false);
    await store.start();
    expect(store.hasPassedCheck()).toBe(false);
    store.goWithout(['camera']);
    expect(store.hasPassedCheck()).toBe(true);
    expect(store.declined()).toEqual(['camera']);
    delete scene.media.broken.camera;
    await store.retry();
    expect(store.hasPassedCheck()).toBe(true);
    expect(store.declined()).toEqual([]);
    await store.toggle('microphone');
    expect(store.hasPassedCheck()).toBe(true);
    scene.media.device('microphone').unplug();
    expect(store.hasPassedCheck()).toBe(false);
  });

  it('FAIL-3 a microphone that gives nothing is told, unless it is muted', async () => {
    await store.start();
    store.noteSilence(true);
    expect(store.isSilent()).toBe(true);
    await store.toggle('microphone');
    expect(store.isSilent()).toBe(false);
  });

  it('LIFE-5 switches everything off at the end', async () => {
    await store.start();
    const [camera, microphone] = [scene.media.device('camera'), scene.media.device('microphone')];
    store.stop();
    expect([camera.isStopped, microphone.isStopped]).toEqual([true, true]);
    expect(store.camera().device).toBeNull();
  });

  it('LIFE-5 stops a device that opens too late', async () => {
    const starting = store.start();
    store.stop();
    await starting;
    expect(scene.media.device('camera').isStopped).toBe(true);
    expect(store.camera().device).toBeNull();
  });
});

/** A permission that the person can change. */
class FakeStatus extends EventTarget {
  readonly name = '';
  readonly onchange = null;

  constructor(public state: PermissionState) {
    super();
  }

  become(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
