import { Component, input, output } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { Notice } from '../domain/connection-notice';

/** Says that a connection is broken, which one, and what can be done. */
@Component({
  selector: 'pl-connection-banner',
  imports: [Button, Icon],
  template: `
    <div role="alert">
      @if (notice(); as notice) {
        <p>
          <pl-icon name="offline" /> {{ notice.text }}
          @if (notice.action; as action) {
            <button plButton size="small" type="button" (click)="act.emit()">{{ action }}</button>
          }
        </p>
      }
    </div>
  `,
  styleUrl: './connection-banner.css',
})
export class ConnectionBanner {
  readonly notice = input.required<Notice | null>();
  readonly act = output();
}
