import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { fromEvent } from 'rxjs';
import { BrowserStorage } from '../platform/storage';
import { type DeviceChoice, type DeviceKind, type LocalDevice, mediaLibrary } from './call';
import { type MediaFault, mediaFaultOf } from './domain/media-fault';

/** A camera or a microphone as the person sees it. */
export interface DeviceState {
  readonly device: LocalDevice | null;
  readonly track: MediaStreamTrack | null;
  readonly deviceId: string;
  readonly isOn: boolean;
  readonly isOpening: boolean;
  readonly fault: MediaFault | null;
}

type Kinds<T> = Readonly<Record<DeviceKind, T>>;

const kinds: readonly DeviceKind[] = ['camera', 'microphone'];
const closed: DeviceState = {
  device: null,
  track: null,
  deviceId: '',
  isOn: false,
  isOpening: false,
  fault: null,
};

/** This device's camera and microphone, the same ones in the preview and in the call. */
@Service({ autoProvided: false })
export class DeviceStore {
  private readonly library = inject(mediaLibrary);
  private readonly storage = inject(BrowserStorage);
  private readonly states = signal<Kinds<DeviceState>>({ camera: closed, microphone: closed });
  private readonly lists = signal<Kinds<readonly DeviceChoice[]>>({ camera: [], microphone: [] });
  private isStarted = false;
  private isStopped = false;

  readonly camera = computed(() => this.states().camera);
  readonly microphone = computed(() => this.states().microphone);
  readonly cameras = computed(() => this.lists().camera);
  readonly microphones = computed(() => this.lists().microphone);
  readonly faulty = computed(() => kinds.filter((kind) => this.states()[kind].fault !== null));
  readonly isOpening = computed(() => kinds.some((kind) => this.states()[kind].isOpening));

  constructor() {
    const plugging = fromEvent(deviceEvents(), 'devicechange').subscribe(() => {
      void this.lookAgain();
    });
    inject(DestroyRef).onDestroy(() => {
      plugging.unsubscribe();
      this.stop();
    });
  }

  /** Asks once for both. What does not open says why, and the other one works without it. */
  async start(): Promise<void> {
    if (this.isStarted) return;
    this.isStarted = true;
    await this.open(kinds);
  }

  /** After the person has mended something. */
  async retry(): Promise<void> {
    await this.open(this.faulty());
  }

  async toggle(kind: DeviceKind): Promise<void> {
    const { device, isOn, isOpening } = this.states()[kind];
    if (isOpening) return;
    if (!device) {
      await this.open([kind]);
      return;
    }
    await this.change(kind, device, () => device.turn(!isOn), { isOn: !isOn });
  }

  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    this.storage.write(kind, deviceId);
    const { device } = this.states()[kind];
    if (device) await this.change(kind, device, () => device.use(deviceId), {});
    else await this.open([kind]);
  }

  /** Switches everything off; the light of the camera goes out. */
  stop(): void {
    this.isStopped = true;
    for (const kind of kinds) {
      this.states()[kind].device?.stop();
      this.set(kind, closed);
    }
  }

  private async open(wanted: readonly DeviceKind[]): Promise<void> {
    if (wanted.length === 0) return;
    for (const kind of wanted) this.patch(kind, { isOpening: true, fault: null });
    try {
      await this.openTogether(wanted);
    } catch (error) {
      if (wanted.length === 1 || !(await isWorthTryingAlone(error))) this.fail(wanted, error);
      else for (const kind of wanted) await this.openAlone(kind);
    }
    await this.list();
  }

  private async openAlone(kind: DeviceKind): Promise<void> {
    try {
      await this.openTogether([kind]);
    } catch (error) {
      this.fail([kind], error);
    }
  }

  private async openTogether(wanted: readonly DeviceKind[]): Promise<void> {
    const devices = await this.library.openDevices({
      camera: wanted.includes('camera') && this.chosen('camera'),
      microphone: wanted.includes('microphone') && this.chosen('microphone'),
    });
    for (const kind of wanted) {
      const device = devices[kind];
      if (this.isStopped) device?.stop();
      else if (device) this.adopt(kind, device);
    }
  }

  private adopt(kind: DeviceKind, device: LocalDevice): void {
    this.states()[kind].device?.stop();
    device.whenGone(() => {
      if (this.states()[kind].device === device) this.set(kind, { ...closed, fault: 'unplugged' });
    });
    this.set(kind, { ...closed, ...seen(device), device, isOn: true });
  }

  private async change(
    kind: DeviceKind,
    device: LocalDevice,
    act: () => Promise<void>,
    then: Partial<DeviceState>,
  ): Promise<void> {
    this.patch(kind, { isOpening: true });
    try {
      await act();
      this.patch(kind, { ...then, ...seen(device), isOpening: false, fault: null });
    } catch (error) {
      device.stop();
      this.fail([kind], error);
    }
  }

  private fail(wanted: readonly DeviceKind[], error: unknown): void {
    const fault = mediaFaultOf(error instanceof Error ? error.name : '');
    for (const kind of wanted) this.set(kind, { ...closed, fault });
  }

  private async list(): Promise<void> {
    const [camera, microphone] = await Promise.all([
      this.library.listDevices('camera'),
      this.library.listDevices('microphone'),
    ]);
    this.lists.set({ camera, microphone });
  }

  /** Something was plugged in or out: what was missing may be there now. */
  private async lookAgain(): Promise<void> {
    if (!this.isStarted || this.isStopped) return;
    await this.list();
    const found = kinds.filter((kind) => {
      const { fault } = this.states()[kind];
      const isGone = fault === 'missing' || fault === 'unplugged';
      return isGone && this.lists()[kind].length > 0;
    });
    await this.open(found);
  }

  private chosen(kind: DeviceKind): string | null {
    const remembered = this.storage.read(kind);
    return typeof remembered === 'string' ? remembered : null;
  }

  private patch(kind: DeviceKind, changes: Partial<DeviceState>): void {
    this.set(kind, { ...this.states()[kind], ...changes });
  }

  private set(kind: DeviceKind, state: DeviceState): void {
    this.states.update((states) => ({ ...states, [kind]: state }));
  }
}

function seen(device: LocalDevice): Pick<DeviceState, 'track' | 'deviceId'> {
  return { track: device.track, deviceId: device.deviceId };
}

/** A browser has no devices at all outside a secure context. */
function deviceEvents(): EventTarget {
  return 'mediaDevices' in navigator ? navigator.mediaDevices : new EventTarget();
}

/** Who said no to both is not asked twice more; but one may be allowed, or only one may be missing. */
async function isWorthTryingAlone(error: unknown): Promise<boolean> {
  const name = error instanceof Error ? error.name : '';
  if (mediaFaultOf(name) !== 'blocked') return true;
  const states = await Promise.all([permission('camera'), permission('microphone')]);
  return states.includes('granted');
}

async function permission(name: string): Promise<PermissionState> {
  try {
    const status = await navigator.permissions.query({ name: name as PermissionName });
    return status.state;
  } catch {
    return 'prompt';
  }
}
