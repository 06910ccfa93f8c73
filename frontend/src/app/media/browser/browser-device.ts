import type { DeviceKind, LocalDevice } from '../call';
import type { LiveKitDevice } from '../livekit/livekit-device';
import { canProcess, isBlurBuiltIn } from './blur-ability';
import { pictureCapture, soundCapture } from './capture';

/**
 * A camera or microphone with nothing but the browser behind it, until a call needs it: the same track
 * is then LiveKit's, which switches it from there on. So looking at oneself loads no LiveKit.
 */
export class BrowserDevice implements LocalDevice {
  private readonly elements = new Set<HTMLMediaElement>();
  private readonly goneCallbacks: (() => void)[] = [];
  private isOn = true;
  private isStopped = false;
  private lent: LiveKitDevice | null = null;
  /** One change after the other. */
  private work: Promise<unknown> = Promise.resolve();
  /** The device to open next, where it is another than the one that is open. */
  private nextId: string | null = null;
  private lastId = '';

  readonly playable = {
    attach: (element: HTMLMediaElement) => {
      this.elements.add(element);
      if (this.lent) this.lent.playable.attach(element);
      else show(this.own, element);
    },
    detach: (element: HTMLMediaElement) => {
      this.elements.delete(element);
      if (this.lent) this.lent.playable.detach(element);
      else element.srcObject = null;
    },
  };

  constructor(
    private readonly kind: DeviceKind,
    private own: MediaStreamTrack,
  ) {
    this.watch(own);
  }

  get deviceId(): string {
    return this.lent?.deviceId ?? this.nextId ?? this.lastId;
  }

  get track(): MediaStreamTrack {
    return this.lent?.track ?? this.own;
  }

  get canBlur(): boolean {
    if (this.lent) return this.lent.canBlur;
    return this.kind === 'camera' && (isBlurBuiltIn(this.own) || canProcess());
  }

  async turn(on: boolean): Promise<void> {
    await this.next(async () => {
      this.isOn = on;
      if (this.lent) await this.lent.turn(on);
      else if (on) await this.start();
      else this.rest();
    });
  }

  async use(deviceId: string): Promise<void> {
    await this.next(async () => {
      if (this.lent) {
        await this.lent.use(deviceId);
        return;
      }
      this.nextId = deviceId;
      if (this.isOn) await this.reopen();
    });
  }

  async blur(isOn: boolean, tooSlow: () => void): Promise<void> {
    const device = await this.forCall();
    await device.blur(isOn, tooSlow);
  }

  /** The same device as LiveKit has it. What a call sends is what the preview has shown. */
  async forCall(): Promise<LiveKitDevice> {
    return await this.next(async () => (this.lent ??= await this.lend()));
  }

  stop(): void {
    this.isStopped = true;
    this.own.stop();
    this.lent?.stop();
  }

  whenGone(callback: () => void): void {
    this.goneCallbacks.push(callback);
  }

  private async lend(): Promise<LiveKitDevice> {
    const { LiveKitDevice } = await import('../livekit/livekit-device');
    const constraints = { ...captureOf(this.kind), deviceId: this.deviceId };
    const device = LiveKitDevice.of(this.kind, this.own, constraints);
    this.own.removeEventListener('ended', this.ended);
    device.whenGone(this.ended);
    if (!this.isOn) await device.turn(false);
    if (this.nextId !== null) await device.use(this.nextId);
    // It takes over what the element plays already, so nothing flickers.
    for (const element of this.elements) device.playable.attach(element);
    if (this.isStopped) device.stop();
    return device;
  }

  private async start(): Promise<void> {
    if (this.own.readyState === 'ended' || this.nextId !== null) await this.reopen();
    else this.own.enabled = true;
  }

  /** The light of a camera that is off goes out; a microphone is only deaf, and hears again at once. */
  private rest(): void {
    this.own.enabled = false;
    if (this.kind === 'camera') this.own.stop();
  }

  private async reopen(): Promise<void> {
    // Some browsers open a second one only when the first is closed.
    this.own.stop();
    const deviceId = this.nextId === null ? { ideal: this.lastId } : { exact: this.nextId };
    const wish = { ...captureOf(this.kind), deviceId };
    const stream = await navigator.mediaDevices.getUserMedia(
      this.kind === 'camera' ? { video: wish } : { audio: wish },
    );
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('Nothing was opened', 'NotFoundError');
    this.own.removeEventListener('ended', this.ended);
    this.own = track;
    this.nextId = null;
    this.watch(track);
    if (this.isStopped) track.stop();
    for (const element of this.elements) show(track, element);
  }

  private readonly ended = (): void => {
    for (const callback of this.goneCallbacks) callback();
  };

  private watch(track: MediaStreamTrack): void {
    this.lastId = track.getSettings().deviceId ?? '';
    track.addEventListener('ended', this.ended);
  }

  private async next<T>(change: () => Promise<T>): Promise<T> {
    const done = this.work.then(change);
    this.work = done.catch(() => undefined);
    return await done;
  }
}

function captureOf(kind: DeviceKind): MediaTrackConstraints {
  return kind === 'camera' ? pictureCapture : soundCapture;
}

function show(track: MediaStreamTrack, element: HTMLMediaElement): void {
  element.muted = track.kind === 'video';
  if (element instanceof HTMLVideoElement) element.playsInline = true;
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  // A browser that does not play by itself shows nothing until it is told.
  element.play().catch(() => undefined);
}
