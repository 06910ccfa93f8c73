import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { fromEvent } from 'rxjs';
import { type DeviceChoice, type DeviceKind, type LocalDevice, mediaLibrary } from './call';
import { DeviceMemory } from './device-memory';
import { DevicePermissions } from './device-permissions';
import type { DeviceFault, Permission } from './domain/device-fault';
import { replug } from './domain/replug';

/** A camera or a microphone as the person sees it. */
export interface DeviceState {
  readonly device: LocalDevice | null;
  readonly track: MediaStreamTrack | null;
  readonly deviceId: string;
  readonly isOn: boolean;
  readonly isOpening: boolean;
  readonly fault: DeviceFault | null;
}

/** Another device works in the place of the one that was chosen. */
export interface StandIn {
  readonly kind: DeviceKind;
  readonly missing: string;
  readonly used: string;
}

type Kinds<T> = Readonly<Record<DeviceKind, T>>;

const kinds: readonly DeviceKind[] = ['camera', 'microphone'];
const refusals: readonly (DeviceFault | null)[] = ['blocked', 'blocked-by-system', 'dismissed'];
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
  private readonly memory = inject(DeviceMemory);
  private readonly permissions = inject(DevicePermissions);
  private readonly states = signal<Kinds<DeviceState>>({ camera: closed, microphone: closed });
  private readonly lists = signal<Kinds<readonly DeviceChoice[]>>({ camera: [], microphone: [] });
  private readonly asking = signal<readonly DeviceKind[]>([]);
  private readonly unwanted = signal<readonly DeviceKind[]>([]);
  private readonly silence = signal(false);
  private readonly started = signal(false);
  private isStopped = false;

  readonly camera = computed(() => this.states().camera);
  readonly microphone = computed(() => this.states().microphone);
  readonly cameras = computed(() => this.lists().camera);
  readonly microphones = computed(() => this.lists().microphone);
  readonly faulty = computed(() => kinds.filter((kind) => this.states()[kind].fault !== null));
  /** What the browser asks the person for now; it waits for as long as they do. */
  readonly asked = computed(() => this.asking().filter((kind) => this.states()[kind].isOpening));
  /** Whether a moment's patience is worth it. Nobody is kept waiting by a question they do not answer. */
  readonly isOpening = computed(
    () => this.asked().length === 0 && kinds.some((kind) => this.states()[kind].isOpening),
  );
  /** What the person has chosen to go without. */
  readonly declined = this.unwanted.asReadonly();
  /** Whether the microphone is open, not muted, and yet gives nothing at all. */
  readonly isSilent = computed(() => this.silence() && this.states().microphone.isOn);
  /** Whether each device works, or the person chose to go without it. */
  readonly hasPassedCheck = computed(
    () =>
      this.started() &&
      kinds.every((kind) => {
        const { device, fault } = this.states()[kind];
        return (device !== null && fault === null) || this.unwanted().includes(kind);
      }),
  );
  readonly standIns = computed(() => kinds.flatMap((kind) => this.standIn(kind) ?? []));

  constructor() {
    const plugging = fromEvent(deviceEvents(), 'devicechange').subscribe(() => {
      void this.lookAgain();
    });
    const watching = kinds.map((kind) =>
      this.permissions.watch(kind, (permission) => {
        this.learn(kind, permission);
      }),
    );
    inject(DestroyRef).onDestroy(() => {
      plugging.unsubscribe();
      for (const stop of watching) stop();
      this.stop();
    });
  }

  /** Asks once for both. What does not open says why, and the other one works without it. */
  async start(): Promise<void> {
    if (this.started()) return;
    this.started.set(true);
    await this.open(kinds);
  }

  /** After the person has mended something. */
  async retry(): Promise<void> {
    await this.open(this.faulty());
  }

  /** The person goes without what does not work. */
  goWithout(wanted: readonly DeviceKind[]): void {
    this.unwanted.update((known) => [...new Set([...known, ...wanted])]);
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
    this.memory.remember(kind, deviceId, this.lists()[kind]);
    await this.take(kind, deviceId);
  }

  /** What a meter heard of the microphone. */
  noteSilence(isSilent: boolean): void {
    this.silence.set(isSilent);
  }

  /** Switches everything off; the light of the camera goes out. */
  stop(): void {
    this.isStopped = true;
    for (const kind of kinds) {
      this.states()[kind].device?.stop();
      this.set(kind, closed);
    }
  }

  private async take(kind: DeviceKind, deviceId: string): Promise<void> {
    const { device } = this.states()[kind];
    if (device) await this.change(kind, device, () => device.use(deviceId), {});
    else await this.open([kind]);
  }

  private async open(wanted: readonly DeviceKind[]): Promise<void> {
    if (wanted.length === 0 || this.isStopped) return;
    for (const kind of wanted) this.patch(kind, { isOpening: true, fault: null });
    void this.noteQuestion(wanted);
    try {
      await this.openTogether(wanted);
    } catch (error) {
      if (wanted.length === 1 || !(await this.isWorthTryingAlone(wanted, error))) {
        await this.fail(wanted, error);
      } else for (const kind of wanted) await this.openAlone(kind);
    }
    this.asking.set([]);
    await this.list();
  }

  private async openAlone(kind: DeviceKind): Promise<void> {
    try {
      await this.openTogether([kind]);
    } catch (error) {
      await this.fail([kind], error);
    }
  }

  private async openTogether(wanted: readonly DeviceKind[]): Promise<void> {
    const devices = await this.library.openDevices({
      camera: wanted.includes('camera') && this.memory.chosen('camera'),
      microphone: wanted.includes('microphone') && this.memory.chosen('microphone'),
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
      if (this.states()[kind].device === device) void this.lose(kind, device.deviceId);
    });
    this.unwanted.update((known) => known.filter((one) => one !== kind));
    if (kind === 'microphone') this.silence.set(false);
    this.set(kind, { ...closed, ...seen(device), device, isOn: true });
  }

  /** A device is gone: pulled out, or taken from the page. Another one takes its place. */
  private async lose(kind: DeviceKind, deviceId: string): Promise<void> {
    this.set(kind, { ...closed, fault: 'unplugged' });
    if ((await this.permissions.state(kind)) === 'denied') {
      this.patch(kind, { fault: 'blocked' });
      return;
    }
    await this.list();
    const others = this.lists()[kind].filter(({ id }) => id !== deviceId);
    if (others.length > 0 && this.states()[kind].fault === 'unplugged') await this.open([kind]);
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
      // The page was left meanwhile: what has just opened again must not stay on.
      if (this.isStopped) device.stop();
      else this.patch(kind, { ...then, ...seen(device), isOpening: false, fault: null });
    } catch (error) {
      device.stop();
      if (!this.isStopped) await this.fail([kind], error);
    }
  }

  private async fail(wanted: readonly DeviceKind[], error: unknown): Promise<void> {
    await this.list();
    for (const kind of wanted) {
      const fault = await this.permissions.faultOf(kind, error, this.lists()[kind].length);
      this.set(kind, { ...closed, fault });
    }
  }

  private async list(): Promise<void> {
    const [camera, microphone] = await Promise.all([
      this.library.listDevices('camera'),
      this.library.listDevices('microphone'),
    ]);
    this.lists.set({ camera, microphone });
  }

  /** Something was plugged in or out: what was missing may be there now, or what was chosen. */
  private async lookAgain(): Promise<void> {
    if (!this.started() || this.isStopped) return;
    const before = this.lists();
    await this.list();
    const gone: DeviceKind[] = [];
    for (const kind of kinds) {
      const { fault, deviceId, isOpening } = this.states()[kind];
      const chosen = this.memory.chosen(kind);
      const isGone = fault === 'missing' || fault === 'unplugged';
      const lists = { before: before[kind], after: this.lists()[kind] };
      const then = replug({ chosen, open: deviceId, isGone, ...lists });
      if (then === 'open') gone.push(kind);
      if (then === 'take' && chosen !== null && !isOpening) await this.take(kind, chosen);
    }
    await this.open(gone);
  }

  /** The person changed the permission beside the page. A no ends the device, which tells by itself. */
  private learn(kind: DeviceKind, permission: Permission): void {
    if (permission !== 'granted' || !this.started()) return;
    if (refusals.includes(this.states()[kind].fault)) void this.open([kind]);
  }

  private async noteQuestion(wanted: readonly DeviceKind[]): Promise<void> {
    const states = await Promise.all(wanted.map((kind) => this.permissions.state(kind)));
    this.asking.set(wanted.filter((_kind, at) => states[at] === 'prompt'));
  }

  /** Who said no to both is not asked twice more; but one may be allowed, or only one may be missing. */
  private async isWorthTryingAlone(
    wanted: readonly DeviceKind[],
    error: unknown,
  ): Promise<boolean> {
    if (!(error instanceof Error) || error.name !== 'NotAllowedError') return true;
    const states = await Promise.all(wanted.map((kind) => this.permissions.state(kind)));
    return states.includes('granted');
  }

  private standIn(kind: DeviceKind): StandIn | null {
    const [chosen, list] = [this.memory.chosen(kind), this.lists()[kind]];
    const used = list.find(({ id }) => id === this.states()[kind].deviceId);
    if (chosen === null || !used || list.some(({ id }) => id === chosen)) return null;
    return { kind, missing: this.memory.name(kind), used: used.label };
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
