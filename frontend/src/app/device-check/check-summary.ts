import { Component, computed, inject, signal } from '@angular/core';
import { DeviceStore } from '../media/device-store';
import { isoOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { CheckStore } from './check-store';
import type { Part, Result } from './domain/check-steps';
import { summaryText } from './domain/summary';
import { NetworkStore } from './network-store';

const resultWords: Readonly<Record<Result, string>> = {
  OK: 'works',
  PROBLEM: 'does not work',
  SKIPPED: 'skipped',
};

/** All that was found as text, to be sent to somebody who helps. */
@Component({
  selector: 'pl-check-summary',
  imports: [Button, Icon],
  template: `
    <details>
      <summary>Result for support</summary>
      <textarea #field readonly rows="9" aria-label="Result for support">{{ text() }}</textarea>
    </details>
    <button plButton size="small" type="button" (click)="copy()">
      <pl-icon name="book" /> Copy result
    </button>
    <span role="status">{{ note() }}</span>
  `,
  styleUrl: './check-summary.css',
})
export class CheckSummary {
  private readonly devices = inject(DeviceStore);
  private readonly network = inject(NetworkStore);
  private readonly check = inject(CheckStore);
  private readonly clock = inject(ServerClock);

  protected readonly note = signal('');
  protected readonly text = computed(() =>
    summaryText({
      at: isoOf(this.clock.now()),
      browser: navigator.userAgent,
      devices: [
        this.line('Camera', 'camera', this.devices.cameras()),
        this.line('Microphone', 'microphone', this.devices.microphones()),
        { name: 'Speaker', text: this.result('speaker') },
      ],
      network: this.network.lines(),
    }),
  );

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.note.set('Copied.');
    } catch {
      this.note.set('Your browser did not copy it. Open it and copy it by hand.');
    }
  }

  private line(
    name: string,
    part: 'camera' | 'microphone',
    among: readonly { readonly id: string; readonly label: string }[],
  ) {
    const { fault, deviceId } = this.devices[part]();
    const label = among.find(({ id }) => id === deviceId)?.label ?? 'none open';
    return { name, text: `${this.result(part)} (${fault ?? label})` };
  }

  private result(part: Part): string {
    const result = this.check.results()[part];
    return result ? resultWords[result] : 'not tried';
  }
}
