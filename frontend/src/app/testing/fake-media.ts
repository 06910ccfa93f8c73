import { signal } from '@angular/core';
import { Subject } from 'rxjs';
import type {
  Call,
  CallAccess,
  CallEnd,
  CallView,
  DeviceChoice,
  DeviceKind,
  DeviceWish,
  LocalDevice,
  LocalScreen,
  MediaLibrary,
  Peer,
  Silence,
  Word,
} from '../media/call';
import { FakeScreen, aScreen } from './fake-screen';

const atFirst: CallView = {
  link: 'connecting',
  peer: null,
  screen: null,
  isSpeaking: false,
  quality: 'unknown',
  isSoundAllowed: true,
  isElsewhere: false,
  wasElsewhere: false,
  way: 'usual',
  rungs: { sending: 'full', receiving: 'full' },
};

/** The other one in a call, with camera and microphone on. */
export function aPeer(parts: Partial<Peer> = {}): Peer {
  return {
    personId: 'mia',
    camera: { attach: () => undefined, detach: () => undefined },
    microphone: { attach: () => undefined, detach: () => undefined },
    isCameraOn: true,
    isPicturePaused: false,
    isMicrophoneOn: true,
    isSpeaking: false,
    isListening: true,
    quality: 'good',
    ...parts,
  };
}

let audio: AudioContext | undefined;

function silence(): MediaStream {
  audio ??= new AudioContext();
  return audio.createMediaStreamDestination().stream;
}

function darkness(): MediaStream {
  return document.createElement('canvas').captureStream();
}

/** The error that a browser gives, by its name. */
export function browserError(name: string, message = ''): DOMException {
  return new DOMException(message, name);
}

export class FakeDevice implements LocalDevice {
  private gone: () => void = () => undefined;
  readonly playable = { attach: () => undefined, detach: () => undefined };
  readonly track: MediaStreamTrack;
  isOn = true;
  isStopped = false;
  canBlur = true;
  isBlurred = false;
  /** What the machine does when it is too slow to blur. */
  tooSlow: () => void = () => undefined;
  /** What the next `turn` or `use` fails with. */
  failure: Error | null = null;

  constructor(
    readonly kind: DeviceKind,
    public deviceId: string,
  ) {
    const [track] = (kind === 'camera' ? darkness() : silence()).getTracks();
    if (!track) throw new Error('This browser makes no tracks.');
    this.track = track;
  }

  turn(on: boolean): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.isOn = on;
    return Promise.resolve();
  }

  blur(isOn: boolean, tooSlow: () => void): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.isBlurred = isOn;
    this.tooSlow = tooSlow;
    return Promise.resolve();
  }

  use(deviceId: string): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.deviceId = deviceId;
    return Promise.resolve();
  }

  stop(): void {
    this.isStopped = true;
  }

  whenGone(callback: () => void): void {
    this.gone = callback;
  }

  unplug(): void {
    this.gone();
  }
}

export class FakeCall implements Call {
  private readonly shown = signal(atFirst);
  private readonly ending = Promise.withResolvers<CallEnd>();
  private readonly admission = Promise.withResolvers<void>();
  readonly view = this.shown.asReadonly();
  readonly ended = this.ending.promise;
  readonly published: LocalDevice[] = [];
  /** The speakers that it was to play on, in order. */
  readonly speakers: string[] = [];
  private readonly words = new Subject<Word>();
  readonly heard = this.words.asObservable();
  /** What was told to the other one. */
  readonly told: Omit<Word, 'personId'>[] = [];
  /** The screens that are sent, and since when. */
  readonly shared: { readonly screen: LocalScreen; readonly startedAt: number }[] = [];
  access: CallAccess | null = null;
  sid = '';
  isLeft = false;
  silentMs = 0;
  readonly silences = new Subject<Silence>();

  constructor(
    private readonly problem: Error | null,
    private readonly isElsewhere: boolean,
  ) {}

  connect(access: CallAccess): Promise<void> {
    this.access = access;
    if (this.problem) return Promise.reject(this.problem);
    this.sid = `sid-${access.token}`;
    const { isElsewhere } = this;
    this.become({ link: 'connected', isElsewhere, wasElsewhere: isElsewhere });
    return Promise.resolve();
  }

  async wait(access: CallAccess): Promise<void> {
    await this.connect(access);
    this.become({ link: 'connecting' });
  }

  admitted(): Promise<void> {
    return this.admission.promise;
  }

  /** The media server lets in who waits. */
  admit(): void {
    this.become({ link: 'connected' });
    this.admission.resolve();
  }

  publish(device: LocalDevice): Promise<void> {
    this.published.push(device);
    return Promise.resolve();
  }

  withdraw(device: LocalDevice): Promise<void> {
    this.published.splice(this.published.indexOf(device), 1);
    return Promise.resolve();
  }

  tell(topic: string, text: string): void {
    this.told.push({ topic, text });
  }

  /** The other one tells something. */
  hear(topic: string, text: string, personId = 'mia'): void {
    this.words.next({ topic, text, personId });
  }

  share(screen: LocalScreen, startedAt: number): Promise<void> {
    this.shared.push({ screen, startedAt });
    this.become({ screen: aScreen({ personId: 'leo', isOwn: true }) });
    return Promise.resolve();
  }

  unshare(screen: LocalScreen): Promise<void> {
    this.shared.splice(
      this.shared.findIndex((one) => one.screen === screen),
      1,
    );
    if (this.view().screen?.isOwn) this.become({ screen: null });
    return Promise.resolve();
  }

  allowSound(): Promise<void> {
    this.become({ isSoundAllowed: true });
    return Promise.resolve();
  }

  useSpeaker(speakerId: string): Promise<void> {
    this.speakers.push(speakerId);
    return Promise.resolve();
  }

  leave(): Promise<void> {
    this.isLeft = true;
    this.ending.resolve('left');
    return Promise.resolve();
  }

  /** What the media server makes of the call. */
  become(parts: Partial<CallView>): void {
    this.shown.update((view) => ({ ...view, ...parts }));
  }

  end(end: CallEnd): void {
    this.become({ link: 'ended', peer: null, screen: null });
    this.ending.resolve(end);
  }
}

/** Devices and calls without a browser's media. */
export class FakeMediaLibrary implements MediaLibrary {
  readonly calls: FakeCall[] = [];
  readonly wishes: DeviceWish[] = [];
  /** What opening a device fails with, by kind. */
  readonly broken: Partial<Record<DeviceKind, Error>> = {};
  /** What is plugged in. */
  readonly present: Record<DeviceKind | 'speaker', DeviceChoice[]> = {
    camera: [{ id: 'cam-1', label: 'Front camera' }],
    microphone: [{ id: 'mic-1', label: 'Built-in microphone' }],
    speaker: [{ id: 'speaker-1', label: 'Built-in speaker' }],
  };
  readonly opened: FakeDevice[] = [];
  readonly screens: FakeScreen[] = [];
  /** What the next question for a screen fails with. */
  screenFailure: Error | null = null;
  /** What opens in the place of a wished device, by kind. */
  readonly fallbacks: Partial<Record<DeviceKind, string>> = {};
  /** What each next attempt to connect fails with; `null` for one that works. */
  readonly connectProblems: (Error | null)[] = [];

  /** Whether another page of the same person is in the call already. */
  isElsewhere = false;

  get call(): FakeCall {
    const last = this.calls.at(-1);
    if (!last) throw new Error('There was no call.');
    return last;
  }

  device(kind: DeviceKind): FakeDevice {
    const last = this.opened.findLast((device) => device.kind === kind);
    if (!last) throw new Error(`No ${kind} was opened.`);
    return last;
  }

  createCall(): Promise<FakeCall> {
    const call = new FakeCall(this.connectProblems.shift() ?? null, this.isElsewhere);
    this.calls.push(call);
    return Promise.resolve(call);
  }

  openDevices(wish: DeviceWish): Promise<Partial<Record<DeviceKind, FakeDevice>>> {
    this.wishes.push(wish);
    const devices: Partial<Record<DeviceKind, FakeDevice>> = {};
    for (const kind of ['camera', 'microphone'] as const) {
      const id = wish[kind];
      if (id === false) continue;
      const problem = this.broken[kind];
      if (problem) return Promise.reject(problem);
      devices[kind] = new FakeDevice(
        kind,
        this.fallbacks[kind] ?? id ?? this.present[kind][0]?.id ?? '',
      );
    }
    this.opened.push(...Object.values(devices));
    return Promise.resolve(devices);
  }

  openScreen(): Promise<FakeScreen> {
    if (this.screenFailure) return Promise.reject(this.screenFailure);
    const screen = new FakeScreen();
    this.screens.push(screen);
    return Promise.resolve(screen);
  }

  listDevices(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]> {
    return Promise.resolve([...this.present[kind]]);
  }
}
