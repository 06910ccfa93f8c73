import type { LocalDevice } from '../call';
import { listDevices, openDevices } from './browser-devices';

const both = { camera: null, microphone: null } as const;
const opened: LocalDevice[] = [];

async function open(kind: 'camera' | 'microphone') {
  const only = { camera: false, microphone: false, [kind]: null } as const;
  const device = (await openDevices(only))[kind];
  if (!device) throw new Error(`no ${kind} was opened`);
  opened.push(device);
  return device;
}

function tracksOf(video: HTMLVideoElement): readonly MediaStreamTrack[] {
  return video.srcObject instanceof MediaStream ? video.srcObject.getTracks() : [];
}

describe('a device of the browser', () => {
  let asked: jasmine.Spy<MediaDevices['getUserMedia']>;

  beforeEach(() => {
    asked = spyOn(navigator.mediaDevices, 'getUserMedia').and.callThrough();
  });

  afterEach(() => {
    for (const device of opened.splice(0)) device.stop();
  });

  it('PRE-9 camera and microphone are asked for with one question', async () => {
    const { camera, microphone } = await openDevices(both);
    if (!camera || !microphone) throw new Error('both were to open');
    opened.push(camera, microphone);
    expect(asked).toHaveBeenCalledTimes(1);
    expect([camera.track.kind, microphone.track.kind]).toEqual(['video', 'audio']);
    const cameras = await listDevices('camera');
    expect(cameras.map(({ id }) => id)).toContain(camera.deviceId);
  });

  it('FAIL-3 a chosen camera that is not there gives way to another', async () => {
    const { camera } = await openDevices({ camera: 'gone', microphone: false });
    if (camera) opened.push(camera);
    expect(camera?.track.readyState).toBe('live');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('the light of a camera goes out when it is off, and on again with the same picture element', async () => {
    const camera = await open('camera');
    const video = document.createElement('video');
    camera.playable.attach(video);
    const [before, { deviceId }] = [camera.track, camera];
    await camera.turn(false);
    expect(before.readyState).toBe('ended');
    await camera.turn(true);
    expect(camera.track).not.toBe(before);
    expect(camera.track.readyState).toBe('live');
    expect(tracksOf(video)).toEqual([camera.track]);
    expect(camera.deviceId).toBe(deviceId);
    camera.playable.detach(video);
    expect(tracksOf(video)).toEqual([]);
  });

  it('a microphone that is off stays open and is deaf', async () => {
    const microphone = await open('microphone');
    await microphone.turn(false);
    expect([microphone.track.readyState, microphone.track.enabled]).toEqual(['live', false]);
    await microphone.turn(true);
    expect(microphone.track.enabled).toBeTrue();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('another device is opened at once, or with being switched on', async () => {
    const microphone = await open('microphone');
    const other = (await listDevices('microphone')).find(({ id }) => id !== microphone.deviceId);
    if (!other) throw new Error('one microphone is too few for this test');
    const before = microphone.track;
    await microphone.turn(false);
    await microphone.use(other.id);
    expect(microphone.track).toBe(before);
    await microphone.turn(true);
    expect(microphone.track).not.toBe(before);
    expect(microphone.track.getSettings().deviceId).toBe(other.id);
    expect(before.readyState).toBe('ended');
  });

  it('tells that it is gone, also after a call has taken it', async () => {
    const camera = await open('camera');
    const gone = jasmine.createSpy('gone');
    camera.whenGone(gone);
    camera.track.dispatchEvent(new Event('ended'));
    expect(gone).toHaveBeenCalledTimes(1);
    const { local } = await camera.forCall();
    local.mediaStreamTrack.dispatchEvent(new Event('ended'));
    expect(gone).toHaveBeenCalledTimes(2);
  });

  it('PRE-9 the track of the preview is the track of the call, on or off', async () => {
    const [camera, microphone] = [await open('camera'), await open('microphone')];
    const video = document.createElement('video');
    camera.playable.attach(video);
    const [picture, sound] = [camera.track, microphone.track];
    await microphone.turn(false);
    const [seen, heard] = [await camera.forCall(), await microphone.forCall()];
    expect([seen.local.mediaStreamTrack, heard.local.mediaStreamTrack]).toEqual([picture, sound]);
    expect([seen.local.isMuted, heard.local.isMuted]).toEqual([false, true]);
    expect([seen.local.source, heard.local.source] as string[]).toEqual(['camera', 'microphone']);
    expect(tracksOf(video)).toEqual([picture]);
    expect(await camera.forCall()).toBe(seen);
    await microphone.turn(true);
    expect(heard.local.isMuted).toBeFalse();
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
