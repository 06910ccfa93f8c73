import { Component, input } from '@angular/core';

/** Says to screen readers what others see happen. */
@Component({
  selector: 'pl-live-region',
  template: '{{ message() }}',
  styles: `
    :host {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
  host: {
    '[attr.role]': 'isUrgent() ? "alert" : "status"',
    '[attr.aria-live]': 'isUrgent() ? "assertive" : "polite"',
  },
})
export class LiveRegion {
  readonly message = input.required<string>();
  readonly isUrgent = input(false);
}
