import { Component, computed, input } from '@angular/core';
import { type IconName, iconPaths } from './icon-paths';

/** A picture that stands beside words; it says nothing by itself to a screen reader. */
@Component({
  selector: 'pl-icon',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path [attr.d]="path()" />
    </svg>
  `,
  styleUrl: './icon.css',
  host: { '[attr.data-filled]': 'isFilled() || null' },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly isFilled = input(false);

  protected readonly path = computed(() => iconPaths[this.name()]);
}
