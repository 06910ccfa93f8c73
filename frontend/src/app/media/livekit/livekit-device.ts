import {
  LocalAudioTrack,
  type LocalTrack,
  LocalVideoTrack,
  Track,
  TrackEvent,
} from 'livekit-client';
import type { DeviceKind, LocalDevice } from '../call';
import { BackgroundBlur } from './background-blur';

/** A local track of LiveKit, made of one that is open already. */
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

  private constructor(readonly local: LocalTrack) {
    this.background = new BackgroundBlur(local);
  }

  /** LiveKit lets it go and opens it again as if it had opened it itself. */
  static of(
    kind: DeviceKind,
    track: MediaStreamTrack,
    constraints: MediaTrackConstraints,
  ): LiveKitDevice {
    const isCamera = kind === 'camera';
    const local = isCamera
      ? new LocalVideoTrack(track, constraints, false)
      : new LocalAudioTrack(track, constraints, false);
    local.source = isCamera ? Track.Source.Camera : Track.Source.Microphone;
    return new LiveKitDevice(local as LocalTrack);
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
