import {
  type LocalTrack,
  Room,
  Track,
  TrackEvent,
  VideoPresets,
  createLocalTracks,
} from 'livekit-client';
import { BackgroundBlur } from './background-blur';
import { soundCapture } from './livekit-options';
import type { DeviceChoice, DeviceKind, DeviceWish, LocalDevice } from '../call';

/** A local track of LiveKit: the one of the preview is the one of the call. */
export class LiveKitDevice implements LocalDevice {
  readonly playable = {
    attach: (element: HTMLMediaElement) => {
      this.local.attach(element);
    },
    detach: (element: HTMLMediaElement) => {
      this.local.detach(element);
    },
  };

  private readonly background: BackgroundBlur;

  constructor(readonly local: LocalTrack) {
    this.background = new BackgroundBlur(local);
  }

  get deviceId(): string {
    return this.local.getSourceTrackSettings().deviceId ?? '';
  }

  get track(): MediaStreamTrack {
    return this.local.mediaStreamTrack;
  }

  async turn(on: boolean): Promise<void> {
    await (on ? this.local.unmute() : this.local.mute());
    if (on) await this.background.again();
  }

  async use(deviceId: string): Promise<void> {
    await this.local.setDeviceId({ exact: deviceId });
    await this.background.again();
  }

  get canBlur(): boolean {
    return this.background.isPossible;
  }

  async blur(isOn: boolean, tooSlow: () => void): Promise<void> {
    await this.background.turn(isOn, tooSlow);
  }

  /** Nobody sees the room behind who does not want it seen, also not in the first moment. */
  async ready(): Promise<void> {
    await this.background.settled;
  }

  stop(): void {
    this.local.stop();
  }

  whenGone(callback: () => void): void {
    this.local.on(TrackEvent.Ended, callback);
  }
}

export async function openDevices(
  wish: DeviceWish,
): Promise<Partial<Record<DeviceKind, LiveKitDevice>>> {
  const { resolution } = VideoPresets.h720;
  const tracks = await createLocalTracks({
    audio:
      wish.microphone === false ? false : { ...soundCapture, ...deviceOption(wish.microphone) },
    video: wish.camera === false ? false : { resolution, ...deviceOption(wish.camera) },
  });
  const devices: Partial<Record<DeviceKind, LiveKitDevice>> = {};
  for (const track of tracks) devices[kindOf(track)] = new LiveKitDevice(track);
  return devices;
}

const deviceKinds = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
} as const;

/** Nothing outside a secure context, where browsers have no list. */
export async function listDevices(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]> {
  if (!('mediaDevices' in navigator)) return [];
  const devices = await Room.getLocalDevices(deviceKinds[kind], false);
  return devices.map(({ deviceId, label }) => ({ id: deviceId, label }));
}

function deviceOption(deviceId: string | null): { deviceId?: string } {
  return deviceId === null ? {} : { deviceId };
}

function kindOf(track: LocalTrack): DeviceKind {
  return track.source === Track.Source.Camera ? 'camera' : 'microphone';
}
