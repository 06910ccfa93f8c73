import { Component, computed, inject } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import type { DeviceKind } from './call';
import { DeviceStore } from './device-store';
import { type DeviceFault, faultText, namesOf } from './domain/device-fault';
import { surroundingsOf } from './domain/surroundings';
import { wayOut, waysOutOfSilence } from './domain/way-out';

/** Which device does not work, why, and the way out in this browser and system. */
@Component({
  selector: 'pl-device-help',
  imports: [Button, Icon],
  templateUrl: './device-help.html',
  styleUrl: './device-help.css',
})
export class DeviceHelp {
  private readonly around = surroundingsOf(navigator.userAgent, navigator.maxTouchPoints);
  protected readonly devices = inject(DeviceStore);

  protected readonly silenceSteps = waysOutOfSilence(this.around);
  private readonly pressing = computed(() =>
    this.devices.faulty().filter((kind) => !this.devices.declined().includes(kind)),
  );
  protected readonly failing = computed(() => namesOf(this.pressing()));
  /** What fails for the same reason is mended in the same way, so it is said once. */
  protected readonly problems = computed(() => {
    const byFault = new Map<DeviceFault, DeviceKind[]>();
    for (const kind of this.pressing()) {
      const { fault } = this.devices[kind]();
      if (fault) byFault.set(fault, [...(byFault.get(fault) ?? []), kind]);
    }
    return [...byFault].map(([fault, kinds]) => ({
      fault,
      text: faultText(kinds, fault),
      steps: wayOut(kinds, fault, this.around),
    }));
  });
  protected readonly without = computed(() => {
    const { faulty, declined } = this.devices;
    return namesOf(faulty().filter((kind) => declined().includes(kind)));
  });
  protected readonly question = computed(() => {
    const names = namesOf(this.devices.asked());
    return names && `Your browser asks for your ${names}. Choose “Allow”.`;
  });

  protected goWithout(): void {
    this.devices.goWithout(this.pressing());
  }
}
