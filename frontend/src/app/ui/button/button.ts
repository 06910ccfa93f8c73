import { Component, input } from '@angular/core';

/** A button, or a link that looks like one. */
@Component({
  selector: 'button[plButton], a[plButton]',
  template: '<ng-content />',
  styleUrl: './button.css',
  host: { '[attr.data-look]': 'look()', '[attr.data-size]': 'size()' },
})
export class Button {
  readonly look = input<'primary' | 'plain' | 'quiet' | 'danger'>('plain');
  readonly size = input<'small' | 'medium' | 'large' | 'huge'>('medium');
}
