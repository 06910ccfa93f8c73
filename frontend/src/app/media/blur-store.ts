import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { BrowserStorage } from '../platform/storage';
import type { LocalDevice } from './call';
import { DeviceStore } from './device-store';

const key = 'background-blur';

export type BlurFault = 'too-slow' | 'failed';

/** Whether the person wants what stands behind them to be unclear; remembered in this browser. */
@Service({ autoProvided: false })
export class BlurStore {
  private readonly devices = inject(DeviceStore);
  private readonly storage = inject(BrowserStorage);
  private readonly wanted = signal(this.storage.read(key) === true);
  private readonly busy = signal(false);
  private readonly problem = signal<BlurFault | null>(null);
  private blurred: LocalDevice | null = null;

  readonly isOn = this.wanted.asReadonly();
  readonly isStarting = this.busy.asReadonly();
  readonly fault = this.problem.asReadonly();
  /** Whether this camera or this machine can. */
  readonly isPossible = computed(() => this.devices.camera().device?.canBlur ?? false);

  constructor() {
    effect(() => {
      const [{ device }, isWanted] = [this.devices.camera(), this.wanted()];
      if (device?.canBlur) untracked(() => void this.apply(device, isWanted));
    });
  }

  turn(isOn: boolean): void {
    this.problem.set(null);
    this.wanted.set(isOn);
    this.storage.write(key, isOn ? true : null);
  }

  private async apply(device: LocalDevice, isOn: boolean): Promise<void> {
    if ((this.blurred === device) === isOn) return;
    this.blurred = isOn ? device : null;
    this.busy.set(isOn);
    try {
      await device.blur(isOn, () => {
        if (this.blurred === device) this.giveUp('too-slow');
      });
    } catch {
      if (isOn) this.giveUp('failed');
    } finally {
      this.busy.set(false);
    }
  }

  /** Off for now; on the next visit it is tried again, as the person wanted. */
  private giveUp(fault: BlurFault): void {
    this.problem.set(fault);
    this.wanted.set(false);
  }
}
