import { Component, computed, inject, input } from '@angular/core';
import { DeviceStore } from './device-store';
import { SpeakerStore } from './speaker-store';

type Kind = 'camera' | 'microphone' | 'speaker';

const names: Readonly<Record<Kind, string>> = {
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
};

/** Chooses which camera, microphone or speaker is used. */
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
          <option>{{ isOpening() ? 'Starting…' : 'None found' }}</option>
        }
      </select>
    </label>
  `,
})
export class DeviceChoiceField {
  private readonly devices = inject(DeviceStore);
  private readonly speakers = inject(SpeakerStore);

  readonly kind = input.required<Kind>();

  protected readonly name = computed(() => names[this.kind()]);
  protected readonly choices = computed(() => {
    switch (this.kind()) {
      case 'camera':
        return this.devices.cameras();
      case 'microphone':
        return this.devices.microphones();
      default:
        return this.speakers.speakers();
    }
  });
  protected readonly isOpening = computed(() => {
    const kind = this.kind();
    return kind !== 'speaker' && this.devices[kind]().isOpening;
  });
  protected readonly chosenId = computed(() => {
    const kind = this.kind();
    return kind === 'speaker' ? this.speakers.speakerId() : this.devices[kind]().deviceId;
  });

  protected choose(deviceId: string): void {
    const kind = this.kind();
    if (kind === 'speaker') this.speakers.choose(deviceId);
    else void this.devices.choose(kind, deviceId);
  }
}
