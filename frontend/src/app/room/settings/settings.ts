import { Component, computed, effect, inject, output, untracked } from '@angular/core';
import { type BlurFault, BlurStore } from '../../media/blur-store';
import { DeviceChoiceField } from '../../media/device-choice';
import { DeviceHelp } from '../../media/device-help';
import { DeviceStore } from '../../media/device-store';
import { LevelMeter } from '../../media/level-meter';
import { MediaView } from '../../media/media-view';
import { SpeakerStore } from '../../media/speaker-store';
import { SpeakerTest } from '../../media/speaker-test';
import { CaptionsChoice } from '../../transcript/captions-choice';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/sheet/sheet';
import { Switch } from '../../ui/switch/switch';
import { OwnPicture } from '../stage/own-picture';
import { VoiceCommandsChoice } from '../voice-commands/voice-commands-choice';

const blurFaults: Readonly<Record<BlurFault, string>> = {
  'too-slow': 'This device is too slow for it, so it was turned off again.',
  failed: 'It could not be started here. Your picture is sent as it is.',
};

/** Camera, microphone and speaker during the call; whatever is chosen works at once. */
@Component({
  selector: 'pl-room-settings',
  imports: [
    ...[DeviceChoiceField, DeviceHelp, Icon, LevelMeter, MediaView, Sheet, SpeakerTest, Switch],
  ],
  templateUrl: './settings.html',
  styleUrl: './settings.css',
})
export class RoomSettings {
  protected readonly devices = inject(DeviceStore);
  protected readonly speakers = inject(SpeakerStore);
  protected readonly blur = inject(BlurStore);
  protected readonly own = inject(OwnPicture);
  protected readonly captions = inject(CaptionsChoice);
  protected readonly voiceCommands = inject(VoiceCommandsChoice);

  readonly closed = output();

  protected readonly picture = computed(() => {
    const { device, isOn } = this.devices.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
  protected readonly blurHint = computed(() => {
    const fault = this.blur.fault();
    if (fault) return blurFaults[fault];
    if (this.blur.isStarting()) return 'Starting…';
    return 'What stands behind you becomes unclear. Your picture never leaves this device for that.';
  });

  constructor() {
    effect(() => {
      // Browsers tell of speakers once a microphone is allowed.
      this.devices.microphone();
      untracked(() => void this.speakers.look());
    });
  }
}
