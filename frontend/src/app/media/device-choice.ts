import { Component, computed, inject, input } from '@angular/core';
import type { DeviceKind } from './call';
import { DeviceStore } from './device-store';

const names: Readonly<Record<DeviceKind, string>> = { camera: 'Camera', microphone: 'Microphone' };

/** Chooses which camera or microphone is used. */
@Component({
  selector: 'pl-device-choice',
  template: `
    <label class="field">
      {{ name() }}
      <select #select [disabled]="choices().length === 0" (change)="choose(select.value)">
        @for (choice of choices(); track choice.id) {
          <option [value]="choice.id" [selected]="choice.id === chosenId()">
            {{ choice.label || name() + ' ' + ($index + 1) }}
          </option>
        } @empty {
          <option>None found</option>
        }
      </select>
    </label>
  `,
})
export class DeviceChoiceField {
  private readonly devices = inject(DeviceStore);

  readonly kind = input.required<DeviceKind>();

  protected readonly name = computed(() => names[this.kind()]);
  protected readonly choices = computed(() =>
    this.kind() === 'camera' ? this.devices.cameras() : this.devices.microphones(),
  );
  protected readonly chosenId = computed(() => this.devices[this.kind()]().deviceId);

  protected choose(deviceId: string): void {
    void this.devices.choose(this.kind(), deviceId);
  }
}
