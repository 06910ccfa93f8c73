import { Component, computed, inject } from '@angular/core';
import { DeviceChoiceField } from '../../media/device-choice';
import { DeviceHelp } from '../../media/device-help';
import { DeviceStore } from '../../media/device-store';
import { LevelMeter } from '../../media/level-meter';
import { MediaView } from '../../media/media-view';
import { Connecting } from '../../ui/connecting/connecting';
import { Icon } from '../../ui/icon/icon';

/** The own camera and microphone as the other one will get them. */
@Component({
  selector: 'pl-preview',
  imports: [Connecting, DeviceChoiceField, DeviceHelp, Icon, LevelMeter, MediaView],
  templateUrl: './preview.html',
  styleUrl: './preview.css',
  host: { class: 'panel' },
})
export class Preview {
  protected readonly devices = inject(DeviceStore);

  protected readonly camera = this.devices.camera;
  protected readonly microphone = this.devices.microphone;
  protected readonly picture = computed(() => {
    const { device, isOn } = this.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
  protected readonly blankText = computed(() => {
    if (this.camera().fault === 'blocked') return 'Please allow camera/microphone access.';
    return this.camera().fault ? 'Your camera does not work' : 'Your camera is off';
  });
}
