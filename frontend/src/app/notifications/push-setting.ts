import { Component, computed, inject } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { Button } from '../ui/button/button';
import { Badge } from '../ui/badge/badge';
import { Icon } from '../ui/icon/icon';
import { unblockingText } from './domain/push-support';
import { PushGateway } from './push-gateway';
import { PushStore, type TestResult } from './push-store';

/** Notifications on this device and the others of the person: how they stand, and what can be done. */
@Component({
  selector: 'pl-push-setting',
  imports: [Badge, Button, Icon],
  templateUrl: './push-setting.html',
  styleUrl: './push-setting.css',
})
export class PushSetting {
  private readonly gateway = inject(PushGateway);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(PushStore);

  protected readonly unblocking = computed(() => {
    const { userAgent, isInstalled } = this.gateway.facts;
    return unblockingText(userAgent, isInstalled);
  });
  protected readonly devices = computed(() => {
    const { language, timeZone } = this.viewers.writing();
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
    return this.store.devices().map((device) => ({
      device,
      isThis: device.id === this.store.device()?.id,
      since: date.format(new Date(device.addedAt)),
    }));
  });
  protected readonly testWord = computed(() => wordOf(this.store.testResult()));

  constructor() {
    void this.store.look();
    void this.store.loadDevices();
  }
}

function wordOf(result: TestResult): string {
  if (result === null) return '';
  if (result === 'failed') return 'The test could not be sent. Wait a moment and try again.';
  const { sent, failed } = result;
  const told = sent === 1 ? 'Sent to one device.' : `Sent to ${String(sent)} devices.`;
  if (failed === 0) return told;
  return `${told} ${failed === 1 ? 'One' : String(failed)} could not be reached.`;
}
