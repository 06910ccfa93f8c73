import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Connecting } from '../ui/connecting/connecting';
import { Icon } from '../ui/icon/icon';
import { DeviceChoiceField } from './device-choice';
import { DeviceHelp } from './device-help';
import { DeviceStore } from './device-store';
import { LevelMeter } from './level-meter';
import { MediaView } from './media-view';
import { SpeakerStore } from './speaker-store';
import { SpeakerTest } from './speaker-test';

/** The own camera and microphone as the other one will get them, and the speaker as one hears it. */
@Component({
  selector: 'pl-preview',
  imports: [Connecting, DeviceChoiceField, DeviceHelp, Icon, LevelMeter, MediaView, SpeakerTest],
  templateUrl: './preview.html',
  styleUrl: './preview.css',
  host: { class: 'panel' },
})
export class Preview {
  protected readonly devices = inject(DeviceStore);
  protected readonly speakers = inject(SpeakerStore);

  /** Not where a guided check plays the sound. */
  readonly hasSpeakerTest = input(true);

  protected readonly camera = this.devices.camera;
  protected readonly microphone = this.devices.microphone;
  protected readonly picture = computed(() => {
    const { device, isOn } = this.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
  protected readonly blankText = computed(() => {
    const { fault } = this.camera();
    if (fault === 'blocked' || fault === 'dismissed')
      return 'Please allow camera/microphone access.';
    return fault ? 'Your camera does not work' : 'Your camera is off';
  });

  constructor() {
    effect(() => {
      // Browsers tell of speakers once a microphone is allowed.
      this.microphone();
      untracked(() => void this.speakers.look());
    });
  }
}
