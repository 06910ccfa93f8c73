import { Component, computed, inject } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { DeviceStore } from './device-store';
import { browserOf, faultText, mendingText } from './domain/media-fault';

/** Which device does not work, and how to mend it in this browser. */
@Component({
  selector: 'pl-device-help',
  imports: [Button, Icon],
  templateUrl: './device-help.html',
  styleUrl: './device-help.css',
})
export class DeviceHelp {
  protected readonly devices = inject(DeviceStore);

  protected readonly faults = computed(() =>
    this.devices.faulty().flatMap((kind) => {
      const { fault } = this.devices[kind]();
      if (!fault) return [];
      const mending = mendingText(kind, fault, browserOf(navigator.userAgent));
      return [{ kind, text: faultText(kind, fault), mending }];
    }),
  );
  protected readonly mendings = computed(() => [
    ...new Set(this.faults().map(({ mending }) => mending)),
  ]);
}
