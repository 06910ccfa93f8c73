import { Component, computed, input, output } from '@angular/core';
import type { Notice } from '../platform/domain/connection-policy';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';

/** Says that a connection is broken, which one, and what can be done. */
@Component({
  selector: 'pl-connection-banner',
  imports: [Button, Icon],
  template: `
    <div role="alert">
      @if (notice(); as notice) {
        <p>
          <pl-icon name="offline" />
          <span class="words">
            {{ notice.text }}
            @if (tip(); as tip) {
              <span class="tip">{{ tip }}</span>
            }
          </span>
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

  /** What the person may do besides: at first the network may be to blame, later the page. */
  protected readonly tip = computed(() => {
    const notice = this.notice();
    if (!notice) return '';
    return notice.action === null ? 'Check your WiFi' : 'Refresh page if stuck';
  });
}
