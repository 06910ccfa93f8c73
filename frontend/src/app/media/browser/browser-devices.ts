import type { DeviceChoice, DeviceKind, DeviceWish } from '../call';
import { BrowserDevice } from './browser-device';
import { pictureCapture, soundCapture } from './capture';

const deviceKinds = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
} as const;

/** Some browsers list devices wrongly while one is being opened. */
let opening: Promise<unknown> = Promise.resolve();

/** Asks once for all that is wished for. A chosen device that is not there gives way to another. */
export async function openDevices(
  wish: DeviceWish,
): Promise<Partial<Record<DeviceKind, BrowserDevice>>> {
  const chosen = [wish.camera, wish.microphone].some((id) => typeof id === 'string');
  try {
    return await openThese(wish, 'exact');
  } catch (error) {
    if (!chosen) throw error;
    return await openThese(wish, 'ideal');
  }
}

/** Nothing outside a secure context, where browsers have no list. */
export async function listDevices(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]> {
  if (!('mediaDevices' in navigator)) return [];
  await opening;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === deviceKinds[kind])
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

async function openThese(
  wish: DeviceWish,
  manner: 'exact' | 'ideal',
): Promise<Partial<Record<DeviceKind, BrowserDevice>>> {
  const asked = {
    camera: wish.camera === false ? false : { ...pictureCapture, ...idOf(wish.camera, manner) },
    microphone:
      wish.microphone === false ? false : { ...soundCapture, ...idOf(wish.microphone, manner) },
  };
  const request = navigator.mediaDevices.getUserMedia({
    audio: asked.microphone,
    video: asked.camera,
  });
  opening = request.catch(() => undefined);
  const devices: Partial<Record<DeviceKind, BrowserDevice>> = {};
  for (const track of (await request).getTracks()) {
    const kind = track.kind === 'video' ? 'camera' : 'microphone';
    devices[kind] = new BrowserDevice(kind, track);
  }
  return devices;
}

function idOf(deviceId: string | null, manner: 'exact' | 'ideal'): MediaTrackConstraints {
  return { deviceId: deviceId === null ? { ideal: 'default' } : { [manner]: deviceId } };
}
