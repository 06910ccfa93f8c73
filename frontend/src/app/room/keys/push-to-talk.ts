import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { DeviceStore } from '../../media/device-store';

/** Opens a muted microphone for as long as a key is held. Whatever happens, released means closed. */
@Service({ autoProvided: false })
export class PushToTalk {
  private readonly devices = inject(DeviceStore);
  private readonly isHeld = signal(false);
  private readonly isOpener = signal(false);

  /** Whether the microphone is open, or about to close again, only because of the key. */
  readonly isActive = this.isOpener.asReadonly();
  readonly isTalking = computed(() => this.isHeld() && this.devices.microphone().isOn);

  constructor() {
    effect(() => {
      const [isHeld, { isOn, isOpening, device }] = [this.isHeld(), this.devices.microphone()];
      // A change that is under way cannot be undone before it is done.
      if (isOpening) return;
      untracked(() => {
        this.follow(isHeld, isOn, device !== null);
      });
    });
  }

  /** The key went down. Gives whether that means anything now. */
  hold(): boolean {
    const { isOn, device } = this.devices.microphone();
    if (this.isHeld()) return true;
    if (device === null || (isOn && !this.isOpener())) return false;
    this.isOpener.set(true);
    this.isHeld.set(true);
    return true;
  }

  /** The key went up, or nobody would hear of it. */
  release(): void {
    this.isHeld.set(false);
  }

  private follow(isHeld: boolean, isOn: boolean, hasDevice: boolean): void {
    if (!this.isOpener()) return;
    if (hasDevice && isOn !== isHeld) void this.devices.toggle('microphone');
    else if (!isHeld || !hasDevice) this.isOpener.set(false);
  }
}
